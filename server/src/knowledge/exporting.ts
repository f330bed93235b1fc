import { Worker } from "node:worker_threads";
import type { Ctx } from "../context.ts";
import type { Bytes } from "../platform/http/handle.ts";
import { localDay } from "../platform/local-time.ts";
import { getShop } from "../shops/shops.ts";
import type { SheetLocale } from "./columns.ts";
import { listForSheet } from "./queries.ts";
import { sanitiseAnswer } from "./sanitise.ts";
import type { SheetFormat } from "./sheet.ts";
import { type SheetWish, writeEntrySheet } from "./template.ts";

/** All of a shop's knowledge, or an empty sheet for it, as a file. */

type Wish = { format: SheetFormat; locale: SheetLocale };

export async function makeTemplate({ format, locale }: Wish): Promise<Bytes> {
  const name = locale === "en" ? "knowledge-template" : "知识导入模板";
  return {
    bytes: await writeEntrySheet({ format, locale, entries: [] }),
    name: `${name}.${format}`,
    mime: mimes[format],
  };
}

const entriesPerQuery = 2_000;

export async function exportEntries(ctx: Ctx, { format, locale }: Wish): Promise<Bytes> {
  const entries: SheetWish["entries"] = [];
  for (;;) {
    const found = await listForSheet(ctx.db, ctx.shopId, { limit: entriesPerQuery, offset: entries.length });
    for (const row of found) {
      entries.push({
        question: row.question,
        similar: row.similar_questions,
        answerHtml: sanitiseAnswer(row.answer_html),
        category: row.category,
        isEnabled: row.is_enabled,
      });
    }
    if (found.length < entriesPerQuery) break;
  }
  const { settings } = await getShop(ctx);
  const day = localDay(ctx.clock.now(), settings.timeZone);
  const name = locale === "en" ? `knowledge-${day}` : `知识-${day}`;
  return { bytes: await writeInWorker({ format, locale, entries }), name: `${name}.${format}`, mime: mimes[format] };
}

function writeInWorker(wish: SheetWish): Promise<Uint8Array> {
  const worker = new Worker(new URL("./export-worker.ts", import.meta.url), { workerData: wish });
  return new Promise<Uint8Array>((done, failed) => {
    worker.once("message", done);
    worker.once("error", failed);
    worker.once("exit", (code) => failed(new Error(`Writing the sheet ended early (${code}).`)));
  }).finally(() => worker.terminate());
}

const mimes: Record<SheetFormat, string> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv; charset=utf-8",
};
