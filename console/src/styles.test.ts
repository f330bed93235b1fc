import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";

/** The classes that a sheet styles by themselves (`.row {`), not within something of its own (`.list .row {`). */
function ownClasses(css: string) {
  const selectors = css
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/@[^{]*\{/g, "")
    .matchAll(/([^{}]+)\{[^{}]*\}/g);
  const found = new Set<string>();
  for (const [, list] of selectors) {
    for (const selector of list!.split(",")) {
      const alone = /^\s*\.([\w-]+)(?:::?[\w-]+(?:\([^)]*\))?|\[[^\]]*\])*\s*$/.exec(selector);
      if (alone) found.add(alone[1]!);
    }
  }
  return found;
}

test("all sheets are one sheet, so no two areas style a class of the same name", () => {
  const areas = new Map<string, Set<string>>();
  for (const file of globSync("**/*.css", { cwd: import.meta.dirname })) {
    for (const name of ownClasses(readFileSync(path.join(import.meta.dirname, file), "utf8"))) {
      areas.set(name, (areas.get(name) ?? new Set()).add(path.dirname(file)));
    }
  }
  assert.ok(areas.size > 100, "the sheets were found");
  const shared = [...areas].filter(([, places]) => places.size > 1).map(([name, places]) => `.${name}: ${[...places]}`);
  assert.deepEqual(shared, []);
});
