import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "esbuild";

/**
 * Four things would put far more into the first load than it uses: antd's index, which names every component that any
 * page uses, zod's list of forty languages that nobody reads here, its way to describe schemas as JSON, and what each
 * route is for in words: only the server's API document goes by these two. (The contract imports zod as a namespace for
 * the same reason: of the object `z` the bundler can leave out nothing.)
 */
export const leanImports: Plugin = {
  name: "lean-imports",
  setup(build) {
    build.onLoad({ filter: /\/console\/src\/.*\.tsx?$/ }, async ({ path: file }) => ({
      contents: importComponentsDirectly(await readFile(file, "utf8")),
      loader: path.extname(file).slice(1) as "ts" | "tsx",
    }));
    build.onLoad({ filter: /\/contract\/src\/routes\/[^/]+\.ts$/ }, async ({ path: file }) => ({
      contents: withoutSummaries(await readFile(file, "utf8")),
      loader: "ts",
    }));
    build.onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({ contents: "export {};", loader: "js" }));
    // The console's policy lets no script start a worker from bytes, as the packer of workbooks does from 160 kB on.
    build.onLoad({ filter: /\/write-excel-file\/modules\/zip\/zipToArrayBuffer\.js$/ }, ({ path: file }) => ({
      contents: 'import zip from "./zipToArrayBufferSync.js"; export default async (files) => zip(files);',
      loader: "js",
      resolveDir: path.dirname(file),
    }));
    build.onLoad({ filter: /\/zod\/v4\/core\/to-json-schema\.js$/ }, async ({ path: file }) => ({
      contents: emptyExports(await readFile(file, "utf8")),
      loader: "js",
    }));
  },
};

/** `import { Button, type MenuProps } from "antd"` → `import Button from "antd/es/button"`, on the same line. */
export function importComponentsDirectly(source: string) {
  return source.replace(/^import \{([^}]*)\} from "antd";/gm, (_, list: string) =>
    list
      .split(",")
      .map((name) => name.trim())
      .filter((name) => name && !name.startsWith("type "))
      .map((name) => {
        const [imported, local = imported] = name.split(" as ");
        return `import ${local} from "antd/es/${kebab(imported!)}";`;
      })
      .join(" "),
  );
}

/** Routes with nothing to say for themselves; each keeps its lines. */
export function withoutSummaries(source: string) {
  return source.replace(/^( {4}summary:\s*)"(?:[^"\\\n]|\\.)*",$/gm, '$1"",');
}

/** A module of the same names with nothing behind them. */
export function emptyExports(source: string) {
  const names = [...source.matchAll(/^export (?:function|const) (\w+)/gm)].map((match) => match[1]!);
  return names.map((name) => `export const ${name} = () => {};`).join("\n");
}

const kebab = (name: string) => name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
