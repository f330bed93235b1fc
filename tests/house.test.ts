import assert from "node:assert/strict";
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { describe, test } from "node:test";
import { buildWidget, gzipLimitBytes } from "../widget/build.ts";

/** The house's own rules: who may import whom, how long a file may be, and that the map is true. */

const root = resolve(import.meta.dirname, "..");
const sources = globSync(
  "{contract,answering,measures,packs,server,console,widget,embeddings,bench,tests,scripts}/**/*.{ts,tsx}",
  { cwd: root, exclude: (name) => name.includes("node_modules") },
).sort();
const isTest = (file: string) =>
  file.includes(".test.") || file.includes(".testing.") || file.startsWith("tests/") || file.includes("/testing/");
const read = (file: string) => readFileSync(join(root, file), "utf8");

function importsOf(file: string): string[] {
  return [...read(file).matchAll(/(?:^|\n)\s*(?:import|export)[^"';]*?from\s+"([^"]+)"|import\("([^"]+)"\)/g)].map(
    (match) => match[1] ?? match[2]!,
  );
}

/** "server/conversations" for an area of the server, else the package. */
function roomOf(file: string): string {
  const [room, , area, rest] = file.split("/");
  return room === "server" && area && rest ? `server/${area}` : room!;
}

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith("@yingda/"))
    return `${specifier.split("/")[1]}/src/${specifier.split("/").slice(2).join("/")}.ts`;
  return specifier.startsWith(".") ? join(dirname(file), specifier) : null;
}

const edges = sources
  .filter((file) => !isTest(file))
  .flatMap((file) =>
    importsOf(file).flatMap((specifier) => {
      const target = targetOf(file, specifier);
      return target ? [{ file, target, from: roomOf(file), to: roomOf(target) }] : [];
    }),
  )
  .filter(({ from, to }) => from !== to);

const mayImport: Record<string, string[]> = {
  contract: [],
  answering: [],
  measures: ["contract"],
  packs: ["contract"],
  console: ["contract"],
  widget: ["contract"],
  embeddings: [],
};

// Calls go down: an area may call those below it. What happens above is heard of by an event.
const floors = [
  ["shops"],
  ["staff", "customers", "mailing"],
  ["knowledge", "conversations", "products"],
  ["models"],
  ["routing", "bot", "surveys", "inspection", "intents", "learning"],
  ["channels", "analytics", "imports"],
  ["reports", "alerts"],
  ["demo"],
];
/** A route checks the files it is given; files belong to no conversation. */
const exceptions = new Set(["server/src/conversations/routes.ts → server/src/channels/files.ts"]);

describe("directions", () => {
  test("packages import only what their place in the house allows", () => {
    const wrong = edges.filter(({ from, to }) => mayImport[from] && !mayImport[from].includes(to));
    assert.deepEqual(
      wrong.map(({ file, target }) => `${file} → ${target}`),
      [],
    );
  });

  test("areas of the server call down, never up, and never another area's queries", () => {
    const floorOf = (room: string) => floors.findIndex((floor) => floor.includes(room.replace("server/", "")));
    const wrong = edges
      .filter(({ from, to }) => from.startsWith("server/") && to.startsWith("server/"))
      .filter(({ from, to, target }) => {
        if (to === "server/platform" || to === "server/testing") return false;
        if (from === "server/platform") return !target.endsWith("context.ts");
        if (floorOf(from) < 0 || floorOf(to) < 0) return true;
        return floorOf(to) > floorOf(from) || target.endsWith("/queries.ts");
      })
      .map(({ file, target }) => `${file} → ${target}`)
      .filter((edge) => !exceptions.has(edge));
    assert.deepEqual(wrong, []);
  });

  test("nobody imports analytics but the wiring", () => {
    const wrong = edges.filter(
      ({ from, to }) =>
        to === "server/analytics" &&
        from !== "server" &&
        !["server/imports", "server/demo", "server/reports", "server/alerts", "bench", "scripts"].includes(from),
    );
    assert.deepEqual(
      wrong.map(({ file }) => file),
      [],
    );
  });

  test("only config reads the environment, and only tests read the test cluster", () => {
    const readers = sources.filter(
      (file) => file.startsWith("server/src") && !isTest(file) && /process\.env/.test(read(file)),
    );
    // Each entry hands its environment to config.
    assert.deepEqual(readers, ["server/src/imports/main.ts", "server/src/main.ts"]);
  });
});

describe("files", () => {
  test("none is longer than 400 lines", () => {
    const long = sources
      .filter((file) => !file.startsWith("packs/"))
      .map((file) => ({ file, lines: read(file).split("\n").length }))
      .filter(({ lines }) => lines > 400);
    assert.deepEqual(long, []);
  });

  test("none carries marks of unfinished work", () => {
    const marks = sources.filter(
      (file) =>
        file !== "tests/house.test.ts" &&
        /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck)|\bas any\b|\.only\(/.test(read(file)),
    );
    assert.deepEqual(marks, []);
  });

  test("every path that the architecture page names exists", () => {
    const page = read("docs/ARCHITECTURE.md");
    const named = [
      ...page.matchAll(
        /`((?:contract|answering|measures|packs|server|console|widget|embeddings|bench|tests|scripts|docs)\/[\w./-]*)`/g,
      ),
    ].map((match) => match[1]!);
    assert.ok(named.length > 20, "the page names the house's rooms");
    assert.deepEqual(
      named.filter((path) => !existsSync(join(root, path))),
      [],
    );
  });
});

test("every table has the shop first in its key", () => {
  const reference = ["migration", "auth.", "shop (", "peer_distribution ("];
  const sql = globSync("server/migrations/*.sql", { cwd: root }).map(read).join("\n");
  const tables = [...sql.matchAll(/create table ([\w."]+) \(([\s\S]*?)\n\);/g)].filter(
    (match) => !reference.some((name) => `${match[1]} (`.startsWith(name)),
  );
  assert.ok(tables.length > 8);
  const wrong = tables.filter(([, , body]) => !/primary key \(shop_id/.test(body!)).map(([, name]) => name);
  const indexes = [...sql.matchAll(/create unique index \w+ on ([\w."]+)[^(]*\((\w+)/g)]
    .filter(([, table, first]) => !table!.startsWith("auth.") && first !== "shop_id")
    .map(([, table]) => table);
  assert.deepEqual({ wrong, indexes }, { wrong: [], indexes: [] });
});

test("the customer's window fits into its budget", async (t) => {
  const outDir = mkdtempSync(join(tmpdir(), "yingda-widget-"));
  t.after(() => rmSync(outDir, { recursive: true }));
  const { gzipBytes } = await buildWidget({ outDir, minify: true });
  assert.ok(gzipBytes <= gzipLimitBytes, `${gzipBytes} bytes gzipped, ${gzipLimitBytes} promised`);
});

test("the lock file names every optional package of every platform, or a fresh clone would not install", () => {
  const { packages } = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const named = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, "")));
  const missing = Object.values(packages).flatMap((each) =>
    Object.keys(each.optionalDependencies ?? {}).filter((name) => !named.has(name)),
  );
  assert.deepEqual(missing, []);
});
