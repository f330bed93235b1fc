import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Made at first start, kept beside the data, never shipped. */
export type Secrets = { staffSessions: string; customerTokens: string; seal: string };
const names = ["staffSessions", "customerTokens", "seal"] as const satisfies (keyof Secrets)[];

export function readSecrets(folder: string): Secrets {
  const file = join(folder, "secrets.json");
  const known: Partial<Secrets> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  // A newer version may need one more; those that are there must never change.
  const missing = names.filter((name) => !known[name]);
  const secrets = {
    ...known,
    ...Object.fromEntries(missing.map((name) => [name, randomBytes(32).toString("base64url")])),
  } as Secrets;
  if (missing.length > 0) {
    writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return secrets;
}
