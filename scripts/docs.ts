import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { renderReference } from "@yingda/measures/reference-page";
import { readExamples } from "../server/src/analytics/references.ts";
import { readApiDocument } from "../server/src/platform/api/routes.ts";

// Writes the pages that are made from code. With --check it writes nothing and fails if one is stale.

const root = resolve(import.meta.dirname, "..");
const pages = {
  "docs/METRICS.md": renderReference(readExamples()),
  "docs/openapi.json": `${JSON.stringify(readApiDocument(), null, 1)}\n`,
};

for (const [file, fresh] of Object.entries(pages)) {
  const path = join(root, file);
  const isFresh = existsSync(path) && readFileSync(path, "utf8") === fresh;
  if (!process.argv.includes("--check")) writeFileSync(path, fresh);
  else if (!isFresh) {
    console.error(`${file} is stale. Run: node scripts/run.mjs scripts/docs.ts`);
    process.exitCode = 1;
  }
}
