import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Made at first start, kept beside the data, never shipped. */
export type Secrets = { staffSessions: string; customerTokens: string };

export function readSecrets(folder: string): Secrets {
  const file = join(folder, "secrets.json");
  if (!existsSync(file)) {
    const make = () => randomBytes(32).toString("base64url");
    writeFileSync(file, JSON.stringify({ staffSessions: make(), customerTokens: make() } satisfies Secrets), {
      mode: 0o600,
    });
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
