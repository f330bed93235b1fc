import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { limits } from "@yingda/contract/limits";
import { build, type Plugin, transform } from "esbuild";

/** The whole window in one file, as small as promised; a larger one fails the checks. A thousand of it ask for NPS and CES. */
export const gzipLimitBytes = 21_000;

/**
 * Names that only the window's own code reads; shortened, they save two percent. None may be a name of the contract
 * (a test checks it) or of the browser.
 */
export const ownNames = (
  "accent accentText agentNames arrived attributes bottomPx canAsk cleanUp config currentId delivery deps " +
  "dismissNotice dropItem embed fieldRef firstId fromEnd getState goDown hasEarlier hasGap hasSound icon " +
  "isAtEnd isBelowUnread isClickable isCurrent isLoadingEarlier isOpen isPage isPressed isReady isRestored isUnknownKey keepItem kids " +
  "lastKey leftBehind listItems loadEarlier memory notice onAccent onComment onDone onPicture onPush onRate onRated " +
  "onRemove onRetry onSkip onState outbox props readOwn quote sendFiles showDelivery skipRating skipSurvey skipped skippedSurvey " +
  "startsGroup startsOpen storage subscribe tellTyping threads toggleSound upload uploads wantsToRate writeOwn"
).split(" ");

const here = fileURLToPath(new URL(".", import.meta.url));

export async function buildWidget(of: {
  outDir: string;
  minify: boolean;
}): Promise<{ file: string; gzipBytes: number }> {
  const file = resolve(of.outDir, "widget.js");
  await build({
    entryPoints: [resolve(here, "src/main.tsx")],
    outfile: file,
    bundle: true,
    format: "iife",
    minify: of.minify,
    sourcemap: of.minify ? false : "inline",
    // Browsers of 2022 and later; style sheets get the prefixes that they need.
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    mangleProps: of.minify ? new RegExp(`^(${ownNames.join("|")})$`) : undefined,
    jsx: "automatic",
    jsxImportSource: "preact",
    // Preact's types, our renderer: see src/view.
    alias: { "preact/jsx-runtime": resolve(here, "src/view/jsx-runtime.ts") },
    plugins: [minifiedCss(of.minify), onlyUsedLimits],
    logLevel: "warning",
  });
  const gzipBytes = gzipSync(await readFile(file), { level: 9 }).length;
  return { file, gzipBytes };
}

/** The window checks three of the limits; the others would only weigh. */
const onlyUsedLimits: Plugin = {
  name: "only-used-limits",
  setup({ onLoad }) {
    const { messageCharacters, fileBytes, commentCharacters } = limits;
    const used = { messageCharacters, fileBytes, commentCharacters };
    onLoad({ filter: /contract\/src\/limits\.ts$/ }, () => ({
      contents: `export const limits = ${JSON.stringify(used)}`,
    }));
  },
};

/** Style sheets become text for adoptedStyleSheets, so they must be minified here. */
function minifiedCss(minify: boolean): Plugin {
  return {
    name: "css-text",
    setup({ onLoad }) {
      onLoad({ filter: /\.css$/ }, async ({ path }) => {
        const css = await readFile(path, "utf8");
        const { code } = await transform(css, {
          loader: "css",
          minify,
          charset: "utf8",
          target: ["chrome97", "safari15.4"],
        });
        return { contents: code.trim(), loader: "text" };
      });
    },
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { file, gzipBytes } = await buildWidget({ outDir: resolve(here, "../dist/widget"), minify: true });
  console.log(`${file}: ${(gzipBytes / 1024).toFixed(1)} kB gzipped`);
}
