import { randomBytes } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Indexes on disk, one file for each shop, so that a start or a shop that comes back to memory builds nothing. Only a copy:
 * what is missing, old or broken is made anew from the knowledge.
 */
export type IndexFiles = {
  read: (shopId: string) => Promise<SavedIndex | null>;
  write: (shopId: string, saved: SavedIndex) => Promise<void>;
};

/** `versions`: of the entries, in the order of their ids. */
export type SavedIndex = { versions: Uint32Array; snapshot: ArrayBuffer };

export function openIndexFiles(dataFolder: string): IndexFiles {
  const folder = join(dataFolder, "indexes");
  const fileOf = (shopId: string) => join(folder, `${shopId}.index`);
  return {
    read: async (shopId) => {
      const bytes = await readFile(fileOf(shopId)).catch(() => null);
      if (!bytes || bytes.length < 4) return null;
      const start = 4 + 4 * bytes.readUInt32LE(0);
      if (start > bytes.length) return null;
      const copy = (from: number, to: number) => new Uint8Array(bytes.subarray(from, to)).buffer;
      return { versions: new Uint32Array(copy(4, start)), snapshot: copy(start, bytes.length) };
    },
    write: async (shopId, { versions, snapshot }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const head = Buffer.alloc(4);
      head.writeUInt32LE(versions.length);
      const parts = [
        head,
        Buffer.from(versions.buffer, versions.byteOffset, versions.byteLength),
        Buffer.from(snapshot),
      ];
      // Whole or not at all: a half-written file would be read at the next start.
      const fresh = `${fileOf(shopId)}.${randomBytes(4).toString("hex")}`;
      await writeFile(fresh, Buffer.concat(parts), { mode: 0o600 });
      await rename(fresh, fileOf(shopId));
    },
  };
}
