import type { DetailQuery, DetailSort } from "@yingda/contract/details";
import { getMetric } from "@yingda/measures/catalogue";
import type { FactName } from "@yingda/measures/facts";
import type { Metric } from "@yingda/measures/metric";
import type { RawBuilder } from "kysely";
import type { Ctx } from "../../context.ts";
import { sql } from "../../platform/db/database.ts";
import { listPresence } from "../../staff/presence.ts";
import { mustFilter, toWindow } from "../asked.ts";
import { tableOf } from "../fact-tables.ts";
import { compileAggregate, compileFilters, compileSpread, inWindow } from "../sql.ts";
import { type Column, declare } from "./columns.ts";
import { likeness } from "./conversations.ts";
import type { Table } from "./table.ts";

/** One row per agent, or per agent and day: the catalogue's metrics of what they did, each cut by agent. */

type Part = "value" | "numerator" | "denominator" | "median" | "p90";
type Measure = { key: string; metric: Metric; part: Part; words?: [zh: string, en: string]; isUsual?: boolean };

const of = (key: string, part: Part = "value", rest: Partial<Measure> = {}): Measure => ({
  ...{ key: part === "value" ? key : `${key}.${part}`, metric: getMetric(key), part },
  ...rest,
});
const usual = { isUsual: true } as const;

const measures: readonly Measure[] = [
  of("human.sessions", "value", usual),
  of("human.reply_rate", "denominator", { words: ["接通会话数", "Connected conversations"] }),
  of("human.average_response", "denominator", { words: ["轮次", "Turns"], ...usual }),
  of("human.average_response", "value", usual),
  of("human.average_response", "median", usual),
  of("human.average_response", "p90", usual),
  of("human.first_response", "value", usual),
  of("human.first_response", "p90"),
  of("human.average_wait.answered"),
  of("human.reply_rate"),
  of("human.satisfaction_rate.all_rated", "denominator", { words: ["评价数", "Ratings"], ...usual }),
  of("human.satisfaction_rate", "value", usual),
  of("human.im_dissatisfaction", "denominator", { words: ["有效评价数", "Valid ratings"] }),
  of("human.im_dissatisfaction", "numerator", { words: ["IM不满意数", "IM dissatisfied"] }),
  of("human.im_dissatisfaction", "value", usual),
  of("human.unserved", "value", usual),
  of("human.transfer_rate", "numerator", { words: ["转接会话数", "Transferred conversations"], ...usual }),
  of("human.transfer_rate"),
  of("human.handle_time", "value", usual),
  of("human.first_contact_resolution"),
];
const metrics = [...new Set(measures.map(({ metric }) => metric))];

const spreadWords: Partial<Record<Part, [zh: string, en: string]>> = {
  median: ["中位数", "median"],
  p90: ["P90", "P90"],
};

const measureColumns: Column[] = measures.map(({ key, metric, part, words, isUsual }, i) => {
  const { name, formula, unit } = metric;
  const spread = spreadWords[part];
  const isCount = part === "numerator" || part === "denominator" || unit === "count";
  const kind = isCount ? "count" : unit === "ratio" ? "ratio" : "seconds";
  const own: [string, string] = spread ? [`${name.zh}·${spread[0]}`, `${name.en}, ${spread[1]}`] : [name.zh, name.en];
  const group = metric.fact === "rating" ? "rating" : "people";
  return declare(group, key, kind, words ?? own, sql.ref(`m${i}`), {
    ...{ canFilter: true, isUsual: isUsual ?? false },
    explanation: [formula.zh, formula.en],
  });
});

/** Beside what they did: how long they stood ready. It is nobody's channel or intent, and no filter changes it. */
const presenceColumns: Column[] = [
  declare("people", "onlineSeconds", "seconds", ["在线时长", "Time online"], sql.ref("online"), {
    ...{ isUsual: true, canFilter: true },
    explanation: ["状态为在线的时间，新会话会分给他", "While new conversations could reach them"],
  }),
  declare("people", "busySeconds", "seconds", ["忙碌时长", "Time busy"], sql.ref("busy"), {
    canFilter: true,
    explanation: ["状态为忙碌的时间，不接新会话", "While they kept what they had and got nothing new"],
  }),
];
const numberColumns = [...measureColumns, ...presenceColumns];

const agent = declare("who", "agent", "text", ["客服", "Agent"], sql.ref("name"), usual);
const day = declare("when", "day", "day", ["日期", "Day"], sql.ref("day"), { ...usual, isNeverNull: true });

export const agents = tableOfAgents([agent, ...numberColumns], false, { column: "human.sessions", direction: "desc" });
export const agentDays = tableOfAgents([day, agent, ...numberColumns], true, { column: "day", direction: "desc" });

/** There are few agents: every row is worked out, then sorted; a page costs the same wherever it is. */
function tableOfAgents(columns: Column[], isByDay: boolean, defaultSort: DetailSort): Table {
  const compile = async (ctx: Ctx, query: DetailQuery) => sql`(${await compileRows(ctx, query, isByDay)}) d`;
  return {
    idType: "text",
    defaultSort,
    columns: () => columns,
    check: ({ filters }) => {
      for (const metric of metrics) mustFilter(metric, filters);
    },
    compilePage: async (ctx, query, { wanted, sorted, beyond, order, limit }) => sql`
      select id as row_id, key::text as row_key, cells from (
        select id, ${sorted.sql} as key, jsonb_build_array(${sql.join(wanted.map((column) => column.sql))}) as cells
          from ${await compile(ctx, query)}
      ) d where ${beyond} ${order} limit ${limit}`,
    compileCount: async (ctx, query, limit) =>
      sql`select count(*)::int as count from (select from ${await compile(ctx, query)} limit ${limit}) d`,
    compileAll: async (ctx, query, { wanted, sorted, order }) => sql`
      select ${sql.join(wanted.map((column, i) => sql`${column.sql} as ${sql.ref(`c${i}`)}`))}
        from (select *, ${sorted.sql} as key from ${await compile(ctx, query)}) d ${order}`,
  };
}

async function compileRows(ctx: Ctx, query: DetailQuery, isByDay: boolean): Promise<RawBuilder<unknown>> {
  const facts = [...Map.groupBy(measures.keys(), (i) => measures[i]!.metric.fact)];
  const nameOf = (fact: FactName) => sql.ref(`of_${fact}`);
  const parts = facts.map(
    ([fact, places]) => sql`${nameOf(fact)} as (${compileFact(ctx, query, { fact, places, isByDay })})`,
  );
  // Who stood ready and served nobody is a row too, but of no channel and no intent.
  const sources = [
    ...facts.map(([fact]) => nameOf(fact)),
    ...(query.filters.length === 0 ? [sql.ref("of_presence")] : []),
  ];
  const keys = sql.join(
    sources.map((name) => sql`select agent_id, day from ${name}`),
    sql` union `,
  );
  const joins = [...facts.map(([fact]) => nameOf(fact)), sql.ref("of_presence")].map(
    (name) => sql`left join ${name} on ${name}.agent_id = k.agent_id and ${name}.day is not distinct from k.day`,
  );
  const presence = JSON.stringify(await listPresence(ctx, toWindow(query.window)));
  const columns = measureColumns.map(({ kind }, i) => {
    const value = sql.ref(`m${i}`);
    // Nothing counted is 0; nothing measured has no value.
    return kind === "count" ? sql`coalesce(${value}, 0) as ${value}` : sql`${value}`;
  });
  const conditions = [
    ...query.ranges.flatMap(({ column, min, max }) => {
      const ref = numberColumns.find(({ key }) => key === column)!.sql;
      return [
        ...(min === undefined ? [] : [sql`${ref} >= ${min}`]),
        ...(max === undefined ? [] : [sql`${ref} <= ${max}`]),
      ];
    }),
    ...(query.search ? [sql`name ilike ${likeness(query.search)}`] : []),
  ];
  return sql`
    with ${sql.join(parts)}, of_presence as (
      select "staffId" as agent_id, ${isByDay ? sql`day` : sql`null::date`} as day,
             sum("onlineSeconds") as online, sum("busySeconds") as busy
        from jsonb_to_recordset(${presence}::jsonb)
          as p ("staffId" text, day date, "onlineSeconds" float8, "busySeconds" float8) group by 1, 2
    ), k as (${keys})
    select * from (
      select k.agent_id || ${isByDay ? sql`'/' || k.day::text` : sql`''`} as id, k.day, coalesce(s.name, k.agent_id) as name,
             online, busy, ${sql.join(columns)}
        from k ${sql.join(joins, sql` `)}
        left join staff s on s.shop_id = ${ctx.shopId} and s.staff_id::text = k.agent_id
    ) rows ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}`;
}

type OfFact = { fact: FactName; places: readonly number[]; isByDay: boolean };

function compileFact(ctx: Ctx, { window, filters }: DetailQuery, { fact, places, isByDay }: OfFact) {
  const own = places.map((i) => sql`${compilePart(measures[i]!)} as ${sql.ref(`m${i}`)}`);
  return sql`
    select agent_id, ${isByDay ? sql`local_day` : sql`null::date`} as day, ${sql.join(own)} from ${tableOf(fact)}
     where ${inWindow(ctx.shopId, toWindow(window))} and ${compileFilters(fact, filters)} and agent_id is not null
     group by 1, 2`;
}

/** As sums.ts works it out of the same parts. */
function compilePart({ metric, part }: Measure): RawBuilder<unknown> {
  if (part === "median") return sql`(${compileSpread(metric)})[1]`;
  if (part === "p90") return sql`(${compileSpread(metric)})[2]`;
  const scaled = (aggregate: Metric["numerator"]) =>
    "sum" in aggregate
      ? sql`(${compileAggregate(metric, aggregate)} / 1000)`
      : sql`(${compileAggregate(metric, aggregate)})::float8`;
  const numerator = scaled(metric.numerator);
  const denominator = metric.denominator && scaled(metric.denominator);
  if (part === "numerator" || !denominator) return numerator;
  if (part === "denominator") return denominator;
  return sql`${numerator} * ${metric.scale ?? 1}::float8 / nullif(${denominator}, 0)`;
}
