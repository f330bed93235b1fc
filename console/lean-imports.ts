import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Plugin } from "esbuild";

/**
 * Three habits of writing would put far more into the first load than it uses: antd's index, which names every
 * component that any page uses; zod's list of forty languages that nobody reads here; and zod's `z` as one object,
 * of which the bundler can leave out nothing, while it can of a namespace.
 */
export const leanImports: Plugin = {
  name: "lean-imports",
  setup(build) {
    build.onLoad({ filter: /\/console\/src\/.*\.tsx?$/ }, async ({ path: file }) => ({
      contents: importComponentsDirectly(await readFile(file, "utf8")),
      loader: path.extname(file).slice(1) as "ts" | "tsx",
    }));
    build.onLoad({ filter: /\/contract\/src\/.*\.ts$/ }, async ({ path: file }) => ({
      contents: importNamespace(await readFile(file, "utf8")),
      loader: "ts",
    }));
    build.onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({ contents: "export {};", loader: "js" }));
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

export function importNamespace(source: string) {
  return source.replace(/^import \{ z \} from "zod";/m, 'import * as z from "zod";');
}

const kebab = (name: string) => name.replace(/(?<=.)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
