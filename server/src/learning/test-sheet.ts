import { limits } from "@yingda/contract/limits";
import type { ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { StaffCtx } from "../context.ts";
import { oneLine } from "../knowledge/drafts.ts";
import { readTables } from "../knowledge/sheet.ts";
import { AppError } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import * as queries from "./test-queries.ts";

/** Tests from a sheet of two columns: the question, and the question of the entry that should answer it. */

type Bad = ReplyOf<typeof routes.importTests>["bad"][number];
type Row = { row: number; question: string; expected: string };

const badShown = 100;
const shown = 200;
/** That nothing should answer. */
const isNone = (expected: string) => /^(?:|-+|—+|无|没有|不回答|none|nothing)$/i.test(expected);
const isHeading = ({ question, expected }: Row) =>
  /^(?:问题|测试问题|问法|question)$/i.test(question) &&
  /(?:知识|答案|期望|应答|expected|entry|answer)/i.test(expected);

/** Every good row is kept; the bad ones are named. A question that is there already gets the new expectation. */
export async function importTests(
  ctx: StaffCtx,
  { bytes }: { bytes: Uint8Array },
): Promise<ReplyOf<typeof routes.importTests>> {
  const read = await readRows(bytes);
  const bad: Bad[] = [];
  const refuse = (row: Row, reason: Bad["reason"]) => bad.push({ ...shorten(row), reason });
  const seen = new Set<string>();
  const asked = read.filter((row) => {
    const key = row.question.toLowerCase();
    if (row.question === "") refuse(row, "empty_question");
    else if (row.question.length > limits.questionCharacters) refuse(row, "too_long");
    else if (seen.has(key)) refuse(row, "repeated");
    else return seen.add(key);
    return false;
  });
  const named = asked.filter(({ expected }) => !isNone(expected));
  const found = await queries.findEntriesByQuestion(
    ctx.db,
    ctx.shopId,
    named.map(({ expected }) => expected),
  );
  const entryOf = new Map(found.map(({ n, entry_id }) => [named[n - 1], entry_id]));
  const good = asked.filter((row) => {
    if (isNone(row.expected) || entryOf.has(row)) return true;
    refuse(row, "unknown_entry");
    return false;
  });
  const tests = good.map((row) => ({
    testId: newId(),
    question: row.question,
    entryId: entryOf.get(row) ?? null,
  }));
  const by = { origin: "import", at: ctx.clock.now(), staffId: ctx.actor.id } as const;
  const written = await ctx.db.transaction().execute(async (tx) => {
    const changes = await queries.writeTests(tx, ctx.shopId, tests, by);
    if ((await queries.countTests(tx, ctx.shopId)) > limits.knowledgeTests)
      throw new AppError("limit_reached", `A shop can keep ${limits.knowledgeTests} tests.`, {
        limit: limits.knowledgeTests,
      });
    return changes;
  });
  const added = written.filter((row) => row.is_new).length;
  return {
    added,
    changed: written.length - added,
    same: good.length - written.length,
    bad: bad.sort((a, b) => a.row - b.row).slice(0, badShown),
    badRows: bad.length,
  };
}

async function readRows(bytes: Uint8Array): Promise<Row[]> {
  const tables = await readTables(Buffer.from(bytes)).catch((error) => {
    throw new AppError("unreadable_file", `The file can't be read as .xlsx or .csv (${String(error)}).`);
  });
  const read = (tables[0] ?? [])
    .map((cells, n) => ({ row: n + 1, question: oneLine(cells[0] ?? ""), expected: oneLine(cells[1] ?? "") }))
    .filter(({ question, expected }) => question !== "" || expected !== "");
  const rows = read[0] && isHeading(read[0]) ? read.slice(1) : read;
  if (rows.length > 2 * limits.knowledgeTests)
    throw new AppError("too_many_rows", `${rows.length} rows; at most ${2 * limits.knowledgeTests} at once.`, {
      rows: rows.length,
      limit: 2 * limits.knowledgeTests,
    });
  return rows;
}

const shorten = ({ row, question, expected }: Row): Row => ({
  row,
  question: question.slice(0, shown),
  expected: expected.slice(0, shown),
});
