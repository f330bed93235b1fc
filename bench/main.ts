import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// `npm run bench` lists the claims; `npm run bench -- NAME …` measures one, in a process of its own.

const folder = import.meta.dirname;
const [name, ...args] = process.argv.slice(2);
const claims = new Map(
  readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && file !== "main.ts")
    .sort()
    .map((file) => [file.replace(/\.ts$/, ""), claimOf(file)]),
);

if (name && claims.has(name)) {
  const done = spawnSync(process.execPath, [join(folder, `${name}.ts`), ...args], { stdio: "inherit" });
  process.exit(done.status ?? 1);
}
if (name) console.error(`There is no bench “${name}”. There are:\n`);
for (const [known, claim] of claims) console.log(`  ${known.padEnd(20)} ${claim}`);
process.exit(name ? 1 : 0);

/** Every bench opens with what it claims. */
function claimOf(file: string): string {
  return /Claim: ([^\n]+)/.exec(readFileSync(join(folder, file), "utf8"))?.[1] ?? "";
}
