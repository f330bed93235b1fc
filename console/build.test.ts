import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { gzipSync } from "node:zlib";
import { buildConsole } from "./build.ts";

describe("the console's bundle", () => {
  let outDir = "";
  let html = "";
  before(async () => {
    outDir = await mkdtemp(path.join(tmpdir(), "yingda-console-"));
    await buildConsole({ outDir, minify: true });
    html = await readFile(path.join(outDir, "index.html"), "utf8");
  });
  after(() => rm(outDir, { recursive: true, force: true }));

  const firstFiles = () => [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!);
  const read = (file: string) => readFile(path.join(outDir, file));

  test("index.html names files that exist", () => {
    assert.ok(firstFiles().length >= 3);
    for (const file of firstFiles()) assert.ok(existsSync(path.join(outDir, file)), file);
  });

  test("a second build leaves nothing of the first behind that it does not need", async () => {
    const stale = path.join(outDir, "assets", "page-OLD.js");
    await writeFile(stale, "");
    await buildConsole({ outDir, minify: true });
    assert.equal(existsSync(stale), false);
    for (const file of firstFiles()) assert.ok(existsSync(path.join(outDir, file)), file);
  });

  test("carries no script of its own in the page, so that a strict policy lets it run", () => {
    assert.doesNotMatch(html, /<script(?![^>]* src=)/);
    assert.doesNotMatch(html, / on\w+="/);
  });

  test("does not load the charts before a page draws one", async () => {
    const first = await Promise.all(firstFiles().map(read));
    assert.equal(
      first.some((bytes) => bytes.includes("zrender")),
      false,
    );
    const all = await readdir(path.join(outDir, "assets"));
    const everything = await Promise.all(all.map((file) => read(`assets/${file}`)));
    assert.equal(
      everything.some((bytes) => bytes.includes("zr_") || bytes.includes("zrender")),
      true,
      "the charts are somewhere, or this test looks for the wrong word",
    );
  });

  test("fetches the writer of workbooks when one is wanted, and starts no worker that the policy forbids", async () => {
    const first = await Promise.all(firstFiles().map(read));
    const all = await readdir(path.join(outDir, "assets"));
    const everything = await Promise.all(all.map((file) => read(`assets/${file}`)));
    const writes = (bytes: Buffer) => bytes.includes("spreadsheetml.worksheet+xml");
    assert.equal(first.some(writes), false);
    assert.equal(everything.filter(writes).length, 1);
    assert.equal(
      everything.some((bytes) => bytes.includes("new Worker")),
      false,
    );
  });

  test("the first load stays under 360 kB gzipped", async () => {
    const sizes = await Promise.all(firstFiles().map(async (file) => gzipSync(await read(file)).length));
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    assert.ok(kilobytes < 360, `${Math.round(kilobytes)} kB`);
  });

  test("has one style sheet, with both sets of colours", async () => {
    const sheets = firstFiles().filter((file) => file.endsWith(".css"));
    assert.equal(sheets.length, 1);
    const css = (await read(sheets[0]!)).toString().toLowerCase();
    assert.ok(css.includes("#0e7c7b") && css.includes("#4db6ac"));
  });
});
