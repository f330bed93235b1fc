import { limits } from "@yingda/contract/limits";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { EntryDraft, KnowledgeEntry } from "@yingda/contract/routes/knowledge";
import type { Ctx, StaffCtx } from "../context.ts";
import { isUniqueViolation } from "../platform/db/database.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newId } from "../platform/ids.ts";
import { type EntryWrite, prepareEntry } from "./drafts.ts";
import * as queries from "./queries.ts";
import { sanitiseAnswer } from "./sanitise.ts";

/** What the shop knows: questions in many wordings, one answer each. It does not answer; the bot does, from an index of this. */

const toEntry = (row: queries.EntryRow): KnowledgeEntry => ({
  id: row.entry_id,
  question: row.question,
  similar: row.similar_questions,
  answerHtml: sanitiseAnswer(row.answer_html),
  category: row.category,
  isEnabled: row.is_enabled,
  updatedAt: row.updated_at.toISOString(),
  updatedBy: row.updated_by_name,
});

export async function listEntries(
  ctx: Ctx,
  input: InputOf<typeof routes.listEntries>,
): Promise<ReplyOf<typeof routes.listEntries>> {
  const filter = {
    search: input.search,
    category: input.category,
    isEnabled: input.isEnabled === undefined ? undefined : input.isEnabled === "true",
    limit: input.pageSize,
    offset: (input.page - 1) * input.pageSize,
  };
  const [found, total, categories] = await Promise.all([
    queries.listEntries(ctx.db, ctx.shopId, filter),
    queries.countEntries(ctx.db, ctx.shopId, filter),
    queries.listCategories(ctx.db, ctx.shopId),
  ]);
  return { items: found.map(toEntry), total, categories };
}

export async function getEntry(ctx: Ctx, entryId: string): Promise<KnowledgeEntry> {
  const row = await queries.findEntry(ctx.db, ctx.shopId, entryId);
  if (!row) throw notFound("knowledge entry");
  return toEntry(row);
}

export async function createEntry(ctx: StaffCtx, draft: EntryDraft): Promise<KnowledgeEntry> {
  const total = await queries.countEntries(ctx.db, ctx.shopId, {});
  if (total >= limits.knowledgeEntries)
    throw new AppError("limit_reached", `A shop can have ${limits.knowledgeEntries} entries.`, {
      limit: limits.knowledgeEntries,
    });
  return save(ctx, prepareEntry(newId(), draft));
}

export async function changeEntry(
  ctx: StaffCtx,
  entryId: string,
  changes: Partial<EntryDraft>,
): Promise<KnowledgeEntry> {
  const entry = await getEntry(ctx, entryId);
  return save(ctx, prepareEntry(entryId, { ...entry, ...changes }));
}

export async function deleteEntries(ctx: Ctx, entryIds: string[]): Promise<number> {
  const gone = await queries.deleteEntries(ctx.db, ctx.shopId, entryIds);
  if (gone.length > 0) ctx.bus.tell("knowledge.changed", { shopId: ctx.shopId });
  return gone.length;
}

async function save(ctx: StaffCtx, entry: EntryWrite): Promise<KnowledgeEntry> {
  try {
    await queries.writeEntries(ctx.db, ctx.shopId, [entry], {
      staffId: ctx.actor.id,
      at: ctx.clock.now(),
      origin: "own",
    });
  } catch (error) {
    if (isUniqueViolation(error)) {
      throw new AppError(
        "already_exists",
        `There is an entry with the question “${entry.question}” already. Add this wording there.`,
        { question: entry.question },
      );
    }
    throw error;
  }
  ctx.bus.tell("knowledge.changed", { shopId: ctx.shopId });
  return getEntry(ctx, entry.entryId);
}

/** What the bot needs of an entry: to understand it, and to say it. */
export type IndexedEntry = { id: string; question: string; similar: string[]; answer: string; category: string };

/** Of what the bot may use: all, or those with one of the ids. */
export async function listEntriesForIndex(
  ctx: Pick<Ctx, "db" | "shopId">,
  entryIds?: readonly string[],
): Promise<IndexedEntry[]> {
  const found = await queries.listForIndex(ctx.db, ctx.shopId, entryIds);
  return found.map((row) => ({
    id: row.entry_id,
    question: row.question,
    similar: row.similar_questions,
    answer: row.answer_text,
    category: row.category,
  }));
}

/** Of what the bot may use, in the order of the ids: those, and of each a number that is another after every change. */
export type EntryVersions = { entryIds: string[]; versions: Uint32Array };

export async function listEntryVersions(ctx: Pick<Ctx, "db" | "shopId">): Promise<EntryVersions> {
  const { ids, versions } = (await queries.findVersions(ctx.db, ctx.shopId)) ?? {};
  const count = (ids ?? "").length / idLetters;
  return {
    entryIds: Array.from({ length: count }, (_, i) => ids!.slice(i * idLetters, (i + 1) * idLetters)),
    versions: Uint32Array.from({ length: count }, (_, i) => Number.parseInt(versions!.slice(i * 8, i * 8 + 8), 16)),
  };
}

const idLetters = 36;

/** What is said to a customer. */
type KnownAnswer = { id: string; question: string; answer: string; html: string };
export type KnownAnswers = ReadonlyMap<string, KnownAnswer>;

/** As they are now; what was deleted or switched off is left out. */
export async function findAnswers(ctx: Pick<Ctx, "db" | "shopId">, entryIds: readonly string[]): Promise<KnownAnswers> {
  const found = entryIds.length === 0 ? [] : await queries.findAnswers(ctx.db, ctx.shopId, entryIds);
  return new Map(
    found.map((row) => [
      row.entry_id,
      { id: row.entry_id, question: row.question, answer: row.answer_text, html: sanitiseAnswer(row.answer_html) },
    ]),
  );
}

/** Entries by id, whether or not the bot uses them; what is not the shop's is left out. */
export async function listEntriesOf(ctx: Pick<Ctx, "db" | "shopId">, entryIds: string[]): Promise<IndexedEntry[]> {
  return (await queries.findEntries(ctx.db, ctx.shopId, entryIds)).map((row) => ({
    id: row.entry_id,
    question: row.question,
    similar: row.similar_questions,
    answer: row.answer_text,
    category: row.category,
  }));
}

/** Every way in which the shop's entries are asked for, without their answers. */
export async function listWordings(
  ctx: Pick<Ctx, "db" | "shopId">,
): Promise<{ id: string; question: string; similar: string[] }[]> {
  const found = await queries.listWordings(ctx.db, ctx.shopId);
  return found.map((row) => ({ id: row.entry_id, question: row.question, similar: row.similar_questions }));
}

/** Questions by id, for chips and lists; what was deleted or switched off is left out. */
export async function listQuestionsOf(ctx: Ctx, entryIds: string[]): Promise<{ entryId: string; question: string }[]> {
  const found = new Map((await queries.findEntries(ctx.db, ctx.shopId, entryIds)).map((row) => [row.entry_id, row]));
  return entryIds.flatMap((entryId) => {
    const row = found.get(entryId);
    return row?.is_enabled ? [{ entryId, question: row.question }] : [];
  });
}
