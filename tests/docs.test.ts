import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "..");

test("the reference of metrics is what the catalogue says, and that of the API what the contract says", () => {
  const done = spawnSync(process.execPath, [join(root, "scripts/docs.ts"), "--check"], { encoding: "utf8" });
  assert.equal(done.status, 0, done.stderr);
});

test("every link from one page to another, and every picture, leads to a file", () => {
  const pages = globSync(["*.md", "docs/**/*.md"], { cwd: root });
  assert.ok(pages.includes("README.md") && pages.length > 8);
  const dead = pages.flatMap((page) =>
    [...readFileSync(join(root, page), "utf8").matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)|(?:src|srcset)="([^"]+)"/g)]
      .map((match) => match[1] ?? match[2]!)
      .filter((to) => !/^(https?:|\/)/.test(to) && !existsSync(join(root, dirname(page), to)))
      .map((to) => `${page} → ${to}`),
  );
  assert.deepEqual(dead, []);
});
