import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumFlags, findChromium } from "../../scripts/chromium.ts";
import { openTestDatabase } from "../../server/src/testing/database.ts";
import { freePort, type Running, start } from "../../server/src/testing/program.ts";

/** The program with its demo shop, and people in front of it with a real browser each. */

export const desktop = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

export type Stage = {
  server: () => Running;
  /** A person with a browser of their own: nothing shared with the others. */
  person: (options?: { viewport?: { width: number; height: number }; locale?: string }) => Promise<Page>;
  /** The owner, signed in by the link that the start printed. */
  owner: () => Promise<Page>;
  restart: (how: "stop" | "kill") => Promise<void>;
  /** Complaints of the pages: a journey that ends with any has failed. */
  complaints: string[];
};

const patienceMs = 15_000;

/** Without motion pages are soon still, and journeys short; those with it are there to see that motion keeps nobody waiting. */
type Setting = { demo?: "on" | "off"; reducedMotion?: "reduce" | "no-preference" };

export async function openStage({ demo = "on", reducedMotion = "reduce" }: Setting = {}): Promise<Stage> {
  const dataFolder = mkdtempSync(join(tmpdir(), "yingda-journey-"));
  const port = await freePort();
  const database = await openTestDatabase();
  const program = { dataFolder, port, demo, databaseUrl: database?.url };
  let running = await start(program);
  const browser: Browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  after(async () => {
    await browser.close();
    await running.stop();
    await database?.drop();
    rmSync(dataFolder, { recursive: true, force: true });
  });

  async function person({ viewport = desktop, locale = "zh-CN" } = {}): Promise<Page> {
    const isPhone = viewport.width < 600;
    const context = await browser.newContext({
      viewport,
      locale,
      hasTouch: isPhone,
      isMobile: isPhone,
      reducedMotion,
      permissions: ["notifications"],
    });
    context.setDefaultTimeout(patienceMs);
    contexts.push(context);
    const page = await context.newPage();
    page.on("pageerror", (error) => complaints.push(`${page.url()}: ${error.message}`));
    return page;
  }

  const signInUrl = () => /http\S+magic-link\S+/.exec(running.output())![0];
  let ownerContext: BrowserContext | null = null;
  return {
    server: () => running,
    person,
    owner: async () => {
      if (ownerContext) return ownerContext.newPage();
      const page = await person();
      ownerContext = page.context();
      await page.goto(signInUrl());
      return page;
    },
    restart: async (how) => {
      await (how === "kill" ? running.kill() : running.stop());
      running = await start(program);
    },
    complaints,
  };
}

/** What a customer does in the chat window. Everything is found as a person finds it: by its name or its words. */
export function customerIn(page: Page) {
  const window = page.getByRole("dialog").or(page.getByRole("main")).first();
  const log = page.getByRole("log");
  return {
    log,
    window,
    open: async () => page.getByRole("button", { name: "咨询客服" }).first().click(),
    say: async (words: string) => {
      const box = page
        .getByRole("textbox", { name: /输入您的问题|消息/ })
        .or(page.getByPlaceholder("输入您的问题…"))
        .first();
      await box.fill(words);
      await box.press("Enter");
    },
    sees: (words: string | RegExp) => log.getByText(words).first().waitFor(),
    /** The bot has answered this many times: each answer can be judged. */
    isAnswered: (times: number) =>
      page
        .getByRole("button", { name: "有帮助" })
        .nth(times - 1)
        .waitFor(),
    count: (words: string) => log.getByText(words, { exact: true }).count(),
    press: (name: string | RegExp) => page.getByRole("button", { name }).first().click(),
  };
}
