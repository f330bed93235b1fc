import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, open, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

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

const marked = 32;

/** Of the library that reads words: an index made by another one holds wordings as that one read them. */
function fingerprint(): Buffer {
  const sources = dirname(fileURLToPath(import.meta.resolve("@yingda/answering/index-build")));
  const hash = createHash("sha256");
  for (const file of readdirSync(sources).sort())
    if (file.endsWith(".ts") && !file.endsWith(".test.ts")) hash.update(readFileSync(join(sources, file)));
  return hash.digest();
}

export function openIndexFiles(dataFolder: string): IndexFiles {
  const folder = join(dataFolder, "indexes");
  const mark = fingerprint();
  const fileOf = (shopId: string) => join(folder, `${shopId}.index`);
  return {
    read: async (shopId) => {
      const file = await open(fileOf(shopId)).catch(() => null);
      if (!file) return null;
      try {
        const { size } = await file.stat();
        const part = async (bytes: number): Promise<ArrayBuffer> => {
          const into = new Uint8Array(bytes);
          for (let at = 0; at < bytes; ) {
            const { bytesRead } = await file.read(into, at);
            if (bytesRead === 0) break;
            at += bytesRead;
          }
          return into.buffer;
        };
        if (size < marked + 4 || !mark.equals(new Uint8Array(await part(marked)))) return null;
        const [entries] = new Uint32Array(await part(4));
        const rest = size - marked - 4 - 4 * entries!;
        if (rest < 0) return null;
        return { versions: new Uint32Array(await part(4 * entries!)), snapshot: await part(rest) };
      } finally {
        await file.close();
      }
    },
    write: async (shopId, { versions, snapshot }) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const head = Buffer.alloc(4);
      head.writeUInt32LE(versions.length);
      const parts = [
        mark,
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
