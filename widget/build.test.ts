import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { buildWidget, gzipLimitBytes, ownNames } from "./build.ts";

test("the whole window is one file, small as promised, and brings no validation library", async (t) => {
  const outDir = await mkdtemp(join(tmpdir(), "yingda-widget-"));
  t.after(() => rm(outDir, { recursive: true }));
  const { file, gzipBytes } = await buildWidget({ outDir, minify: true });
  assert.ok(gzipBytes <= gzipLimitBytes, `${gzipBytes} bytes`);
  assert.deepEqual(await readdir(outDir), ["widget.js"]);
  assert.doesNotMatch(await readFile(file, "utf8"), /ZodError|innerHTML|eval\(|new Function/);
});

test("no shortened name is one that crosses the wire", async () => {
  const folder = fileURLToPath(new URL("../contract/src", import.meta.url));
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
  const contract = (await Promise.all(files.map((name) => readFile(join(folder, name), "utf8")))).join("\n");
  assert.ok(files.includes("frames.ts"));
  assert.deepEqual(
    ownNames.filter((name) => new RegExp(`\\b${name}\\??:`).test(contract)),
    [],
  );
});

test("no icon has a shortened name: icons are looked up by a text, which the bundle would not find", async () => {
  const source = await readFile(fileURLToPath(new URL("src/ui/icons.tsx", import.meta.url)), "utf8");
  const icons = [...source.matchAll(/^ {2}(\w+): "/gm)].map((match) => match[1]!);
  assert.ok(icons.length > 10);
  assert.deepEqual(
    icons.filter((name) => ownNames.includes(name)),
    [],
  );
});
