import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";

/** Where uploaded bytes live: a folder here, S3 by another driver of the same library. */
export type FileStore = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  get: (key: string) => Promise<Uint8Array>;
  remove: (key: string) => Promise<void>;
  /** For what must never be in memory whole. Resolves when all of it is written. */
  putStream: (key: string, bytes: Readable) => Promise<void>;
  getStream: (key: string) => Promise<{ stream: Readable; bytes: number }>;
};

export function openFileStore(folder: string): FileStore {
  const disk = new Disk(new FSDriver({ location: new URL(`file://${join(folder, "files")}/`), visibility: "private" }));
  return {
    put: (key, bytes) => disk.put(key, bytes),
    get: (key) => disk.getBytes(key),
    remove: (key) => disk.delete(key),
    putStream: (key, bytes) => disk.putStream(key, bytes),
    getStream: async (key) => {
      const { contentLength } = await disk.getMetaData(key);
      return { stream: await disk.getStream(key), bytes: contentLength };
    },
  };
}

/** Long enough that knowing one is the right to see the file. */
export const newSecretName = (): string => randomBytes(18).toString("base64url");
