import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import { type Browser, chromium, type Page } from "playwright-core";
import { findChromium } from "../../../scripts/chromium.ts";

/** In a real browser, because the elements are the point. */

type Tree = { tag: string; key?: number; title?: string; kids: (Tree | string | null)[] };
type Report = { html: string; expected: string; isSame: boolean };

let browser: Browser;
let page: Page;

before(async () => {
  const bundle = await build({
    stdin: {
      contents: `export * from "./draw.ts"; export * from "./jsx-runtime.ts";`,
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "view",
  });
  browser = await chromium.launch({ executablePath: findChromium(), args: ["--no-sandbox", "--disable-gpu"] });
  page = await browser.newPage();
  await page.setContent("<main></main>");
  await page.addScriptTag({ content: bundle.outputFiles[0]!.text });
});
after(() => browser?.close());

/** Draws one tree after the other into the same place; says what the page then holds and what it should. */
function drawOneAfterTheOther(trees: Tree[]): Promise<Report[]> {
  return page.evaluate(async (list) => {
    const { view } = globalThis as unknown as { view: typeof import("./draw.ts") & typeof import("./jsx-runtime.ts") };
    const main = document.createElement("main");
    let shown = list[0]!;
    const toDrawn = (tree: Tree | string | null): unknown =>
      tree && typeof tree === "object"
        ? view.jsx(tree.tag, { title: tree.title, children: tree.kids.map(toDrawn) as never }, tree.key)
        : tree;
    const toHtml = (tree: Tree | string | null): string => {
      if (!tree || typeof tree === "string") return tree ?? "";
      const title = tree.title === undefined ? "" : ` title="${tree.title}"`;
      return `<${tree.tag}${title}>${tree.kids.map(toHtml).join("")}</${tree.tag}>`;
    };
    const keyed = () =>
      new Map(
        shown.kids
          .flatMap((kid) => (typeof kid === "object" && kid?.key ? [kid] : []))
          .map(
            (kid, at) =>
              [
                `${kid.tag} ${kid.key}`,
                [...main.firstElementChild!.children].filter((_, i) => keyedAt(i))[at],
              ] as const,
          ),
      );
    const keyedAt = (at: number) =>
      Boolean(shown.kids.filter((kid): kid is Tree => typeof kid === "object" && !!kid)[at]?.key);
    const App = () => toDrawn(shown) as never;
    view.drawInto(main, view.jsx(App as never, {}));
    const reports: Report[] = [];
    for (const tree of list) {
      const was = keyed();
      const wasTag = shown.tag;
      shown = tree;
      view.scheduleRedraw();
      await Promise.resolve();
      const isSame =
        wasTag !== tree.tag || [...keyed()].every(([name, node]) => !was.has(name) || was.get(name) === node);
      reports.push({ html: main.innerHTML, expected: toHtml(tree), isSame });
    }
    return reports;
  }, trees);
}

describe("drawing", () => {
  test("whatever was drawn before, the page holds what is drawn now, and keyed elements stay who they are", async () => {
    const text = fc.stringMatching(/^[a-z]{1,3}$/);
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc
        .record({
          tag: fc.constantFrom("div", "b", "i"),
          title: fc.option(text, { nil: undefined }),
          kids: fc.array(fc.oneof({ maxDepth: 3 }, text, fc.constant(null), tie("tree")), { maxLength: 5 }),
          keys: fc.shuffledSubarray([1, 2, 3, 4, 5], { minLength: 5 }),
          isKeyed: fc.boolean(),
        })
        .map(({ keys, isKeyed, kids, ...rest }) => ({
          ...rest,
          kids: kids.map((kid, at) => (isKeyed && typeof kid === "object" && kid ? { ...kid, key: keys[at]! } : kid)),
        })),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 2, maxLength: 6 }), async (trees) => {
        for (const { html, expected, isSame } of await drawOneAfterTheOther(trees)) {
          assert.equal(html, expected);
          assert.ok(isSame, "a keyed element was made anew");
        }
      }),
      { numRuns: 200 },
    );
  });

  test("memory belongs to the component that asked for it, is cleaned up with it, and a change draws again once", async () => {
    const seen = await page.evaluate(async () => {
      const { view } = globalThis as unknown as {
        view: typeof import("./draw.ts") & typeof import("./jsx-runtime.ts");
      };
      const main = document.createElement("main");
      const seen: string[] = [];
      let add = () => {};
      let hasSecond = true;
      const Counter = ({ name }: { name: string }) => {
        const [count, setCount] = view.useState(0);
        if (name === "a") {
          add = () => {
            setCount(count + 1);
            setCount(count + 2);
          };
        }
        view.useEffect(() => {
          seen.push(`${name} is here`);
          return () => seen.push(`${name} is gone`) as never;
        }, []);
        return `${name}${count}`;
      };
      const App = () => [
        hasSecond && view.jsx(Counter as never, { name: "b" }),
        view.jsx(Counter as never, { name: "a" }),
      ];
      view.drawInto(main, view.jsx(App as never, {}));
      seen.push(main.textContent!);
      add();
      seen.push(main.textContent!);
      await Promise.resolve();
      seen.push(main.textContent!);
      hasSecond = false;
      view.scheduleRedraw();
      await Promise.resolve();
      return [...seen, main.textContent!];
    });
    assert.deepEqual(seen, ["b is here", "a is here", "b0a0", "b0a0", "b0a2", "b is gone", "a2"]);
  });
});
