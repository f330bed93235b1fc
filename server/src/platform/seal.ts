import { CompactEncrypt, compactDecrypt } from "jose";

/** Keeps what the program must be able to say again (a mail password) unreadable in the database and its backups. */
export type Seal = {
  close: (words: string) => Promise<string>;
  /** null when it was closed with another key: the secrets file was lost or swapped. */
  open: (sealed: string) => Promise<string | null>;
};

export function makeSeal(secret: string): Seal {
  const key = Buffer.from(secret, "base64url");
  return {
    close: (words) =>
      new CompactEncrypt(Buffer.from(words)).setProtectedHeader({ alg: "dir", enc: "A256GCM" }).encrypt(key),
    open: async (sealed) => {
      try {
        const { plaintext } = await compactDecrypt(sealed, key);
        return Buffer.from(plaintext).toString("utf8");
      } catch {
        return null;
      }
    },
  };
}
