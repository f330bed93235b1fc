import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { routes } from "@yingda/contract/routes";
import type { Home } from "@yingda/contract/routes/analytics";
import type { StaffMember } from "@yingda/contract/routes/staff";
import { type Browser, chromium, type Page } from "playwright-core";
import { freePort, type Running, start } from "../server/src/testing/program.ts";
import { buildFrontEnds } from "./build.ts";
import { chromiumFlags, findChromium } from "./chromium.ts";
import { sampleLog } from "./screenshots/sample-log.ts";
import { ownersLink, signInBy } from "./sign-in.ts";

// Takes the pictures of the README from the program itself: the demo shop on a fresh folder, real browsers for the
// customer and the agent, a conversation that really takes place. `npm run screenshots -- NAME …` takes only those.

const root = resolve(import.meta.dirname, "..");
const folder = join(root, "docs/images");
const largestBytes = 300_000;
const desktop = { width: 1360, height: 850 };
const phone = { width: 390, height: 780 };

type Stage = { running: Running; browser: Browser; agent: Page };
type Take = (stage: Stage) => Promise<void>;

/** In this order: later ones find in the shop what earlier ones left. */
const pictures: Record<string, Take> = {
  storefront: takeStorefront,
  "storefront-phone": takePhone,
  workspace: takeWorkspace,
  home: takeHome,
  knowledge: takeKnowledge,
  transcript: takeTranscript,
  import: takeImport,
  diagnosis: takeDiagnosis,
  efficiency: takeEfficiency,
  wall: takeWall,
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !pictures[name]);
if (unknown) {
  console.error(`There is no picture “${unknown}”. There are: ${Object.keys(pictures).join(", ")}.`);
  process.exit(1);
}
await takeAll(wanted.length > 0 ? wanted : Object.keys(pictures));

async function takeAll(names: string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const dataFolder = mkdtempSync(join(tmpdir(), "yingda-screenshots-"));
  await buildFrontEnds({ distFolder: join(root, "dist"), say: console.log });
  const port = Number(process.env.YINGDA_PORT) || (await freePort());
  const running = await start({ dataFolder, port, demo: "on" });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  let failures = 0;
  try {
    const agent = await signInAsAgent(browser, running);
    for (const name of names) {
      try {
        await pictures[name]!({ running, browser, agent });
      } catch (error) {
        failures += 1;
        console.error(`${name}: ${(error as Error).message}`);
        await saveEvidence(browser, name);
      }
    }
  } finally {
    await browser.close();
    await running.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
  process.exit(failures > 0 ? 1 : 0);
}

/** What was to be seen when a picture failed. */
async function saveEvidence(browser: Browser, name: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [i, page] of pages.entries()) {
    const path = join(root, "test-output", `${name}-${i}.png`);
    await page.screenshot({ path });
    console.error(`  ${page.url()} as it was: ${path}`);
  }
}

async function openPage(browser: Browser, viewport: typeof desktop): Promise<Page> {
  const isPhone = viewport === phone;
  const context = await browser.newContext({
    viewport,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    isMobile: isPhone,
    hasTouch: isPhone,
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(15_000);
  return context.newPage();
}

/** The demo's supervisor. */
async function signInAsAgent(browser: Browser, { url, output }: Running): Promise<Page> {
  const owner = await openPage(browser, desktop);
  await owner.goto(ownersLink(output()));
  const staff = await owner.request.get(`${url}${routes.listStaff.path}`);
  const { items } = (await staff.json()) as { items: StaffMember[] };
  const supervisor = items.find((member) => member.role === "supervisor")!;
  const made = await owner.request.post(`${url}${routes.createSignInLink.path.replace(":staffId", supervisor.id)}`);
  const link = (await made.json()) as { url: string };
  await owner.context().close();

  const agent = await openPage(browser, desktop);
  await signInBy(link.url, agent);
  await agent.reload();
  return agent;
}

async function save(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled", caret: "hide" });
  const { size } = statSync(path);
  if (size > largestBytes) throw new Error(`the picture has ${size} bytes, ${largestBytes} are allowed`);
  console.log(`docs/images/${name}.png  ${Math.round(size / 1000)} kB`);
}

/** A customer in the chat window. */
function customerOn(page: Page) {
  const log = page.getByRole("log");
  return {
    log,
    say: async (words: string) => {
      const field = page.getByPlaceholder("输入您的问题…");
      await field.fill(words);
      await field.press("Enter");
      await log.getByText(words, { exact: true }).last().waitFor();
    },
    hears: (words: string | RegExp) => log.getByText(words).last().waitFor(),
    /** Every answer of the bot carries a thumb. */
    hearsBot: async (answers: number) =>
      log
        .getByRole("button", { name: "有帮助" })
        .nth(answers - 1)
        .waitFor(),
  };
}

async function takeStorefront({ running, browser }: Stage): Promise<void> {
  const page = await openPage(browser, desktop);
  await page.goto(`${running.url}/demo?product=tent-yunji`);
  await page.getByRole("button", { name: "咨询客服" }).last().click();
  const customer = customerOn(page);
  await customer.say("云脊帐篷能防多大的雨？");
  await customer.hearsBot(1);
  await customer.say("那它有多重");
  await customer.hearsBot(2);
  await save(page, "storefront");
  await page.context().close();
}

async function takePhone({ running, browser }: Stage): Promise<void> {
  const page = await openPage(browser, phone);
  await page.goto(`${running.url}/demo`);
  await page.getByRole("button", { name: "咨询客服" }).last().click();
  const customer = customerOn(page);
  await page.getByRole("button", { name: /发货/ }).first().click();
  await customer.hearsBot(1);
  await customer.say("那新疆能送到吗");
  await customer.hearsBot(2);
  await save(page, "storefront-phone");
  await page.context().close();
}

async function takeWorkspace({ running, browser, agent }: Stage): Promise<void> {
  for (const words of ["冲锋衣洗了以后还防水吗", "登山包 45 升的多重"]) {
    const page = await openPage(browser, phone);
    await page.goto(`${running.url}/chat/${running.widgetKey}`);
    const other = customerOn(page);
    await other.say(words);
    await other.hearsBot(1);
    await other.say("转人工");
    await other.hears(/接入，开始为您服务/);
    await other.say("在吗？我有点急");
  }
  const page = await openPage(browser, desktop);
  await page.goto(`${running.url}/demo?product=shoes-yanyang`);
  await page.getByRole("button", { name: "咨询客服" }).last().click();
  const customer = customerOn(page);
  await customer.say("下单后多久发货");
  await customer.hearsBot(1);
  await customer.say("我上周买的徒步鞋鞋底开胶了，能换一双吗");
  await customer.hearsBot(2);
  await customer.say("转人工");
  await customer.hears(/接入，开始为您服务/);
  await customer.say("鞋底开胶了，订单号 LS2026110700");

  await agent.goto(`${running.url}/workspace`);
  await agent
    .getByText(/鞋底开胶了，订单号/)
    .first()
    .click();
  const field = agent.getByRole("textbox", { name: /回复|消息/ }).last();
  await field.fill("您好，看到您的订单了，开胶属于质量问题，我这就给您登记换新。");
  await field.press("Enter");
  await customer.hears(/登记换新/);
  await customer.say("太好了，退回的运费谁出？");
  await agent.getByText("太好了，退回的运费谁出？").last().waitFor();
  await agent.locator("[class*=assist] button").first().waitFor();
  await save(agent, "workspace");
}

/** The demo's month is folded in the background after the start. */
async function waitForFigures({ running, agent }: Stage): Promise<Home> {
  for (let before = -1; ; ) {
    const home = (await (await agent.request.get(`${running.url}${routes.getHome.path}?days=30`)).json()) as Home;
    if (home.score.value !== null && home.conversations === before) return home;
    before = home.conversations;
    await agent.waitForTimeout(2_500);
  }
}

async function takeHome(stage: Stage): Promise<void> {
  const { running, agent } = stage;
  await waitForFigures(stage);
  await agent.setViewportSize({ ...desktop, height: 1180 });
  await agent.goto(`${running.url}/`);
  await agent.getByRole("link", { name: /%/ }).first().waitFor();
  await save(agent, "home");
  await agent.setViewportSize(desktop);
}

async function takeKnowledge({ running, agent }: Stage): Promise<void> {
  await agent.goto(`${running.url}/knowledge`);
  await agent.getByText("下单后多久发货？").first().click();
  await agent
    .getByRole("textbox", { name: "问题" })
    .or(agent.locator('input[value="下单后多久发货？"]'))
    .first()
    .waitFor();
  await agent.getByPlaceholder("像客户那样问一句").fill("现在下单啥时候发货");
  await agent.getByRole("button", { name: "问", exact: true }).click();
  await agent.getByText("最接近的知识").waitFor();
  await save(agent, "knowledge");
}

async function takeTranscript(stage: Stage): Promise<void> {
  const { running, agent } = stage;
  await waitForFigures(stage);
  await agent.goto(`${running.url}/`);
  const card = agent.getByRole("region", { name: "平均响应时长" });
  await card.getByRole("link").first().click();
  await agent.locator('a[href*="seqs="]').first().click();
  await agent.waitForURL(/\/conversations\/[0-9a-f-]{36}/);
  await agent.locator(".said-marked").first().waitFor();
  await save(agent, "transcript");
}

async function takeImport({ running, agent }: Stage): Promise<void> {
  await agent.goto(`${running.url}/imports`);
  const file = { name: "售后对话-2026-10.csv", mimeType: "text/csv", buffer: Buffer.from(sampleLog) };
  await agent.locator('input[type="file"]').setInputFiles(file);
  await agent.getByRole("button", { name: "导入" }).and(agent.locator(":enabled")).waitFor();
  await save(agent, "import");
}

async function takeDiagnosis(stage: Stage): Promise<void> {
  const { running, agent } = stage;
  await waitForFigures(stage);
  await agent.setViewportSize({ ...desktop, height: 1000 });
  await agent.goto(`${running.url}/analytics/diagnosis?metric=human.average_response`);
  await agent.getByText("比上期").first().waitFor();
  await save(agent, "diagnosis");
  await agent.setViewportSize(desktop);
}

async function takeEfficiency(stage: Stage): Promise<void> {
  const { running, agent } = stage;
  await waitForFigures(stage);
  await agent.setViewportSize({ ...desktop, height: 1180 });
  await agent.goto(`${running.url}/analytics/efficiency`);
  await agent.getByRole("link", { name: /秒/ }).first().waitFor();
  await save(agent, "efficiency");
  await agent.setViewportSize(desktop);
}

async function takeWall(stage: Stage): Promise<void> {
  const { running, agent } = stage;
  await waitForFigures(stage);
  await agent.goto(`${running.url}/wall`);
  await agent.getByText("排队").first().waitFor();
  await save(agent, "wall");
}
