import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { ConversationSummary } from "@yingda/contract/conversation";
import { routes } from "@yingda/contract/routes";
import { chromium, type Page } from "playwright-core";
import { freePort, start } from "../server/src/testing/program.ts";
import { buildFrontEnds } from "./build.ts";
import { chromiumFlags, findChromium } from "./chromium.ts";
import { ownersLink, signInBy } from "./sign-in.ts";

// Takes a picture of every page, to be looked at: with the demo shop and with an empty one, in Chinese and English, on a
// desk and on a phone. `npm run gallery [-- --folder DIR] [--pages home,wall] [--shops demo] [--locales zh-CN]
// [--views wide] [--sheets]`. With --sheets all pages of a shop are put on one sheet in docs/images. A page that reports an error or can be scrolled sideways is named at the end.

const sections = [
  "shop",
  "window",
  "service",
  "measures",
  "surveys",
  "phrases",
  "reports",
  "alerts",
  "peers",
  "mail",
  "models",
];
const pages: Record<string, string> = {
  home: "/",
  workspace: "/workspace",
  conversations: "/conversations",
  transcript: "/conversations/:conversation",
  ...Object.fromEntries(
    ["efficiency", "quality", "bot", "people", "surveys", "comparison", "diagnosis", "reference"].map((name) => [
      name,
      `/analytics/${name}`,
    ]),
  ),
  "details-conversations": "/analytics/conversations",
  "details-agents": "/analytics/agents",
  wall: "/wall",
  knowledge: "/knowledge",
  "knowledge-import": "/knowledge/import",
  learning: "/knowledge/learning",
  "learning-tests": "/knowledge/learning?tab=tests",
  "learning-suspicious": "/knowledge/learning?tab=suspicious",
  intents: "/intents",
  imports: "/imports",
  staff: "/staff",
  ...Object.fromEntries(sections.map((name) => [`settings-${name}`, `/settings?section=${name}`])),
};
const views = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const shops = { demo: "on", empty: "off" } as const;

const { values: options } = parseArgs({
  options: {
    folder: { type: "string", default: "test-output/gallery" },
    pages: { type: "string", default: Object.keys(pages).join(",") },
    shops: { type: "string", default: Object.keys(shops).join(",") },
    locales: { type: "string", default: "zh-CN,en" },
    views: { type: "string", default: Object.keys(views).join(",") },
    sheets: { type: "boolean", default: false },
  },
});
const root = resolve(import.meta.dirname, "..");
const folder = resolve(root, options.folder);
const choose = <T>(all: Record<string, T>, names: string): [string, T][] =>
  names.split(",").map((name) => {
    if (name in all) return [name, all[name]!];
    throw new RangeError(`There is no “${name}”; there are ${Object.keys(all).join(", ")}.`);
  });

await buildFrontEnds({ distFolder: join(root, "dist"), say: console.log });
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
const faults: string[] = [];
const taken: string[] = [];
try {
  for (const [shop, demo] of choose(shops, options.shops)) await takeShop(shop, demo);
  writeFileSync(join(folder, "index.html"), layOut(taken));
  if (options.sheets) for (const [shop] of choose(shops, options.shops)) await takeSheet(shop);
} finally {
  await browser.close();
}
console.log(`${taken.length} pictures in ${folder}`);
for (const fault of faults) console.error(fault);
process.exit(faults.length > 0 ? 1 : 0);

function layOut(files: readonly string[]): string {
  const figures = files.map(
    (file) => `<figure><img src="${file}" width="480"><figcaption>${basename(file, ".jpg")}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Yingda</title><style>
    body { margin: 16px; display: grid; grid-template-columns: repeat(4, 480px); gap: 16px; background: #ddd; font: 13px sans-serif }
    figure { margin: 0 }</style>${figures.join("")}`;
}

async function takeSheet(shop: string): Promise<void> {
  const sheet = join(folder, `${shop}.html`);
  writeFileSync(sheet, layOut(taken.filter((file) => file.startsWith(`${shop}/`))));
  const page = await browser.newPage({ viewport: { width: 2000, height: 900 } });
  await page.goto(`file://${sheet}`);
  const path = join(root, "docs/images", `pages-${shop}.jpg`);
  await page.screenshot({ path, fullPage: true, type: "jpeg", quality: 68 });
  await page.close();
}

async function takeShop(shop: string, demo: "on" | "off"): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), "yingda-gallery-"));
  const running = await start({ dataFolder, port: await freePort(), demo });
  try {
    const owner = await browser.newPage({ locale: "zh-CN" });
    await signInBy(ownersLink(running.output()), owner);
    for (const locale of options.locales.split(",")) {
      for (const [view, viewport] of choose(views, options.views)) {
        const context = await browser.newContext({
          viewport,
          locale,
          timezoneId: "Asia/Shanghai",
          reducedMotion: "reduce",
          isMobile: view === "phone",
          hasTouch: view === "phone",
          storageState: await owner.context().storageState(),
        });
        const page = await context.newPage();
        for (const [name, path] of choose(pages, options.pages))
          await take(page, running.url, `${shop}/${name}-${locale.slice(0, 2)}-${view}.jpg`, path);
        await context.close();
      }
    }
    await owner.context().close();
  } finally {
    await running.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function take(page: Page, url: string, file: string, path: string): Promise<void> {
  const target = path.includes(":conversation") ? await findConversation(page, url) : path;
  if (!target) return;
  const complaints: string[] = [];
  const listen = (error: Error) => complaints.push(error.message);
  page.on("pageerror", listen);
  await page.goto(`${url}${target}`);
  await page.waitForLoadState("networkidle").catch(() => {});
  await page.evaluate(() => document.fonts.ready);
  await page
    .waitForFunction(() => !document.querySelector('[aria-busy="true"], .ant-skeleton, .ant-spin-spinning'))
    .catch(() => faults.push(`${file}: still loading`));
  await page.waitForTimeout(400);
  mkdirSync(join(folder, file, ".."), { recursive: true });
  await page.screenshot({ path: join(folder, file), type: "jpeg", quality: 72, animations: "disabled" });
  page.off("pageerror", listen);
  taken.push(file);
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (sideways > 0) faults.push(`${file}: ${sideways} px too wide`);
  for (const complaint of complaints) faults.push(`${file}: ${complaint}`);
}

/** One that was rated, as far as there is any. */
async function findConversation(page: Page, url: string): Promise<string | null> {
  const found = await page.request.get(`${url}${routes.listConversations.path}?scope=all&pageSize=50`);
  const { items } = (await found.json()) as { items: ConversationSummary[] };
  const shown = items.find(({ rating }) => rating !== null) ?? items[0];
  return shown ? `/conversations/${shown.id}` : null;
}
