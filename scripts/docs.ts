import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { renderReference } from "@yingda/measures/reference-page";
import { readExamples } from "../server/src/analytics/references.ts";

// Writes the pages that are made from code: docs/METRICS.md. With --check it writes nothing and fails if one is stale.

const file = "docs/METRICS.md";
const path = join(resolve(import.meta.dirname, ".."), file);
const fresh = renderReference(readExamples());
const isFresh = existsSync(path) && readFileSync(path, "utf8") === fresh;

if (!process.argv.includes("--check")) writeFileSync(path, fresh);
else if (!isFresh) {
  console.error(`${file} is stale. Run: node scripts/run.mjs scripts/docs.ts`);
  process.exitCode = 1;
}
