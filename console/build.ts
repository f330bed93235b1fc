import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build, transform } from "esbuild";
import { leanImports } from "./lean-imports.ts";
import { cssVariables, palettes } from "./src/ui/theme.ts";

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), "src");

/**
 * Bundles the console into `outDir`: index.html for every console path, and hashed files under `assets/` that may be
 * cached for ever. Pages are separate chunks, so that signing in does not wait for the charts.
 */
export async function buildConsole(options: { outDir: string; minify: boolean; sourcemap?: boolean }) {
  const { outDir, minify, sourcemap = false } = options;
  const assets = path.join(outDir, "assets");
  await mkdir(assets, { recursive: true });

  const result = await build({
    entryPoints: { console: path.join(source, "main.tsx") },
    outdir: assets,
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: ["es2022"],
    jsx: "automatic",
    minify,
    sourcemap,
    legalComments: "none",
    plugins: [leanImports],
    metafile: true,
    logLevel: "warning",
    define: { "process.env.NODE_ENV": minify ? '"production"' : '"development"' },
  });

  const script = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint?.endsWith("main.tsx"));
  if (!script) throw new Error("The console's entry is missing from the bundle.");
  const preloads = script[1].imports.filter((each) => each.kind === "import-statement");
  const styleName = await writeStyles(assets, minify);
  await writeFile(
    path.join(outDir, "index.html"),
    page(
      path.basename(script[0]),
      preloads.map((each) => path.basename(each.path)),
      styleName,
    ),
  );
  // Only now, so that a build that fails leaves the last good one, and one that runs is never without its files.
  const made = new Set([...Object.keys(result.metafile.outputs).map((file) => path.basename(file)), styleName]);
  for (const file of await readdir(assets)) if (!made.has(file)) await rm(path.join(assets, file));
  return { files: made.size + 1 };
}

/** Every .css under src goes into one sheet, the general before the particular: a page's chunk never waits for its look. */
async function writeStyles(assets: string, minify: boolean) {
  const files = globSync("**/*.css", { cwd: source }).sort((a, b) => layerOf(a) - layerOf(b) || a.localeCompare(b));
  const sheets = await Promise.all(files.map((file) => readFile(path.join(source, file), "utf8")));
  const { code } = await transform([cssVariables(), ...sheets].join("\n"), { loader: "css", minify });
  const name = `console-${createHash("sha256").update(code).digest("hex").slice(0, 8).toUpperCase()}.css`;
  await writeFile(path.join(assets, name), code);
  return name;
}

function layerOf(file: string) {
  if (path.basename(file) === "base.css") return 0;
  return file.startsWith("ui") ? 1 : file.startsWith("layout") ? 2 : 3;
}

function page(script: string, preloads: string[], style: string) {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="theme-color" content="${palettes.light.paper}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${palettes.dark.paper}" media="(prefers-color-scheme: dark)">
<meta name="referrer" content="same-origin">
<title>应答</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<link rel="stylesheet" href="/assets/${style}">
${preloads.map((file) => `<link rel="modulepreload" href="/assets/${file}">`).join("\n")}
</head>
<body>
<div id="root"></div>
<noscript>应答需要 JavaScript 才能运行。 Yingda needs JavaScript to run.</noscript>
<script type="module" src="/assets/${script}"></script>
</body>
</html>
`;
}

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><path fill="${palettes.light.accent}" d="M8 3h16a6 6 0 0 1 6 6v10a6 6 0 0 1-6 6h-9l-6.2 4.6A.5.5 0 0 1 8 29.2V25a6 6 0 0 1-6-6V9a6 6 0 0 1 6-6z"/><path fill="none" stroke="#fff" stroke-width="2.8" stroke-linecap="round" stroke-linejoin="round" d="M10 14.2l4.2 4.2L22 10.4"/></svg>`;
