import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Builds the console and the widget when their sources have changed since the last build. */

const root = resolve(import.meta.dirname, "..");

export async function buildFrontEnds({
  distFolder,
  say,
}: {
  distFolder: string;
  say: (line: string) => void;
}): Promise<void> {
  const sources = hashSources();
  const mark = join(distFolder, ".sources");
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources) return;
  say("Building the console and the chat window (once per version) …");
  const [{ buildConsole }, { buildWidget }] = await Promise.all([
    import("../console/build.ts"),
    import("../widget/build.ts"),
  ]);
  mkdirSync(distFolder, { recursive: true });
  await Promise.all([
    buildConsole({ outDir: join(distFolder, "console"), minify: true }),
    buildWidget({ outDir: join(distFolder, "widget"), minify: true }),
  ]);
  writeFileSync(mark, sources);
}

function hashSources(): string {
  const hash = createHash("sha256");
  const files = globSync("{console,widget,contract}/{src/**/*,build.ts,package.json}", {
    cwd: root,
    withFileTypes: true,
  })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .sort();
  for (const file of [...files, join(root, "package-lock.json")])
    hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest("hex");
}

if (process.argv[1] === import.meta.filename)
  await buildFrontEnds({ distFolder: join(root, "dist"), say: console.log });
