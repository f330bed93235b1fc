import type { ConversationEvent } from "@yingda/contract/events";
import { dayWindow } from "@yingda/contract/figures";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import type { Metric } from "@yingda/measures/metric";
import type { Ctx } from "../context.ts";
import { summaryOf, toLoaded } from "../conversations/reading.ts";
import { type ConversationRow, toEvent } from "../conversations/rows.ts";
import { rows, sql } from "../platform/db/database.ts";
import { namesOf } from "../staff/staff.ts";
import { findAskedMetric, mustFilter, openFilters, refuse, toWindow } from "./asked.ts";
import { columnOf, keyWithin, tableOf } from "./fact-tables.ts";
import { markEvents } from "./marks.ts";
import { getMeasureSettings } from "./measure-settings.ts";
import { describeMetric } from "./metric-words.ts";
import { listLogs } from "./queries.ts";
import { compilePredicate } from "./sql.ts";
import { compileSlice, nothing, type Slice, sumUp, toMeasured } from "./sums.ts";

/** The conversations behind a figure, and in each the events that made it so. */

type Input = InputOf<typeof routes.listMetricConversations>;
type Reply = ReplyOf<typeof routes.listMetricConversations>;

export async function listMetricConversations(ctx: Ctx, input: Input): Promise<Reply> {
  const metric = findAskedMetric(input.metric);
  const { from, to } = input;
  const asked = dayWindow.safeParse({ from, to });
  if (!asked.success) refuse("from", asked.error.issues[0]!.message);
  mustFilter(metric, input.filters);
  const filters = await openFilters(ctx, input.filters);
  const slice: Slice = { window: toWindow({ from, to }), filters };
  const [[sum], found, total] = await Promise.all([
    sumUp(ctx, metric.fact, [metric], [], slice),
    listBehind(ctx, metric, slice, input),
    countBehind(ctx, metric, slice, input.part),
  ]);
  const measured = toMeasured(metric, sum?.parts[0] ?? nothing);
  return {
    items: await describeItems(ctx, metric, found),
    total: total.conversations,
    // A count is a part of the rows that were looked at.
    measured: { ...measured, denominator: measured.denominator ?? total.facts },
    metric: describeMetric(metric, await getMeasureSettings(ctx)),
  };
}

type Behind = { conversation_id: string; contribution: number; keys: string[] };

/** A rate's conversations latest first, a mean's by what they contribute: the ones that hurt it most, or helped most. */
function listBehind(ctx: Ctx, metric: Metric, slice: Slice, { part, page, pageSize }: Input): Promise<Behind[]> {
  const { fact, numerator, good } = metric;
  const key = keyWithin(fact);
  const keyColumn = key ? sql`${columnOf(fact, key)}::text` : sql`''::text`;
  const isMean = "sum" in numerator;
  const inPart = compilePart(metric, part);
  // Of several in a conversation, the most telling one: its slowest turn.
  const worstLast = good === "up";
  const contribution = isMean
    ? sql`${worstLast ? sql`min` : sql`max`}(${columnOf(fact, numerator.sum)})`
    : sql`count(*) filter (where ${compilePredicate(fact, numerator.where)})`;
  const keys = isMean
    ? sql`(array_agg(${keyColumn} order by ${columnOf(fact, numerator.sum)} ${worstLast ? sql`asc` : sql`desc`}, ${keyColumn}))[1:1]`
    : sql`array_agg(${keyColumn} order by ${keyColumn}) filter (where ${inPart})`;
  const isHurtful = part === "against";
  const byContribution = isHurtful === worstLast ? sql`contribution asc,` : sql`contribution desc,`;
  return rows(
    ctx.db,
    sql<Behind>`
    select conversation_id, (${contribution})::float8 as contribution, ${keys} as keys
      from ${tableOf(fact)}
     where ${compileSlice(ctx, fact, slice)} and ${compileLookedAt(metric)}
     group by conversation_id having bool_or(${inPart})
     order by ${isMean && part !== "all" ? byContribution : sql``} min(started_at) desc, conversation_id desc
     limit ${pageSize} offset ${(page - 1) * pageSize}`,
  );
}

async function countBehind(
  ctx: Ctx,
  metric: Metric,
  slice: Slice,
  part: Input["part"],
): Promise<{ conversations: number; facts: number }> {
  const found = await rows(
    ctx.db,
    sql<{ conversations: number; facts: number }>`
    select count(distinct conversation_id) filter (where ${compilePart(metric, part)}) as conversations, count(*) as facts
      from ${tableOf(metric.fact)} where ${compileSlice(ctx, metric.fact, slice)} and ${compileLookedAt(metric)}`,
  );
  return found[0]!;
}

/** Every row that has a say in the figure. */
function compileLookedAt(metric: Metric) {
  const { fact, where } = metric;
  return sql`${compilePredicate(fact, where)} and (${compileWeighed(metric)} or ${compileNumerator(metric)})`;
}

/** Rows of the denominator. */
function compileWeighed({ fact, denominator }: Metric) {
  if (!denominator) return sql<boolean>`true`;
  const condition = compilePredicate(fact, denominator.where);
  if ("count" in denominator) return condition;
  return sql<boolean>`(${condition} and coalesce(${columnOf(fact, denominator.sum)} <> 0, false))`;
}

function compileNumerator({ fact, numerator }: Metric) {
  const condition = compilePredicate(fact, numerator.where);
  return "count" in numerator
    ? condition
    : sql<boolean>`(${condition} and ${columnOf(fact, numerator.sum)} is not null)`;
}

/** Against a rate speaks what keeps it from where it should be: where down is good, that is the numerator. */
function compilePart(metric: Metric, part: Input["part"]) {
  const numerator = compileNumerator(metric);
  if (part === "all") return compileWeighed(metric);
  if ("sum" in metric.numerator) return numerator;
  const isNumerator = (part === "for") !== (metric.good === "down");
  return isNumerator ? numerator : sql<boolean>`(${compileWeighed(metric)} and not ${numerator})`;
}

async function describeItems(ctx: Ctx, metric: Metric, found: Behind[]): Promise<Reply["items"]> {
  if (found.length === 0) return [];
  const ids = found.map((one) => one.conversation_id);
  const [conversations, logs, names] = await Promise.all([
    rows(
      ctx.db,
      sql<ConversationRow & { conversation_id: string; customer_name: string }>`
      select c.*, u.name as customer_name from conversation c join customer u using (shop_id, customer_id)
       where c.shop_id = ${ctx.shopId} and c.conversation_id = any(${ids}::uuid[])`,
    ),
    listLogs(ctx.db, ctx.shopId, ids),
    namesOf(ctx),
  ]);
  const byId = new Map(conversations.map((row) => [row.conversation_id, row]));
  const eventsOf = Map.groupBy(logs, (row) => row.conversation_id);
  return found.flatMap(({ conversation_id: id, contribution, keys }) => {
    const row = byId.get(id);
    if (!row) return [];
    const conversation = summaryOf(toLoaded(row));
    const events = (eventsOf.get(id) ?? []).map((event) => toEvent(event) as ConversationEvent);
    const { agentId } = conversation;
    // Agents of imported logs are known by the id they had there.
    const agentName = agentId === null ? null : (names.get(agentId) ?? agentId);
    return [{ conversation, agentName, contribution, seqs: markEvents(metric, keys, events) }];
  });
}
