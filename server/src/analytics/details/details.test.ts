import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type DetailQuery, detailQuery } from "@yingda/contract/details";
import { dimension as dimensionKey, type FigureFilter } from "@yingda/contract/figures";
import type { DetailPage } from "@yingda/contract/routes/details";
import { canFilterBy, getDimension } from "@yingda/measures/dimensions";
import type { Facts } from "@yingda/measures/facts";
import fc from "fast-check";
import type { Ctx } from "../../context.ts";
import { backfill } from "../../conversations/backfill.ts";
import { rows, sql } from "../../platform/db/database.ts";
import { AppError } from "../../platform/errors.ts";
import { buildShop, buildStaff } from "../../testing/build.ts";
import { openTestGround } from "../../testing/database.ts";
import { foldEverything } from "../folding.ts";
import { queryFigures } from "../query.ts";
import { toPast, visits } from "../random-logs.ts";
import { foldInMemory, toLog } from "../testing-facts.ts";
import { listDetailColumns, listDetails } from "./details.ts";

const { ground, clock } = await openTestGround();
const end = "2026-11-20T16:00:00.000Z";
clock.set(end);
const window = { from: "2026-11-01", to: "2026-11-16" };
let seed = Date.now() % 1_000_000;
console.log(`random logs from seed ${seed}`);

type Fact = Facts["conversation"][number] & Record<string, unknown>;
type Shop = { ctx: Ctx; facts: Facts; inWindow: Fact[]; nameOf: Map<string, string> };

/** A shop with conversations of any shape, and its facts as the fold alone makes them. */
async function openShop(size: number): Promise<Shop> {
  const ctx = await buildShop(ground);
  const { facts, nameOf } = await addConversations(ctx, size);
  const inWindow = facts.conversation.filter(
    ({ localDay }) => localDay >= window.from && localDay <= window.to,
  ) as Fact[];
  assert.ok(inWindow.length > size / 4);
  return { ctx, facts, inWindow, nameOf };
}

async function addConversations(ctx: Ctx, size: number) {
  const [found] = fc.sample(fc.noBias(visits(end, 30, { min: size, max: size })), { numRuns: 1, seed: seed++ });
  const past = toPast(found!);
  await backfill(ctx, past);
  await foldEverything(ctx);
  const facts = await foldInMemory(ctx, past.conversations.map(toLog));
  return { facts, nameOf: new Map(past.customers.map(({ customerId, name }) => [customerId, name])) };
}

const shop = await openShop(220);
const columns = (await listDetailColumns(shop.ctx)).tables;

type Wish = Partial<Omit<DetailQuery, "table" | "window">> & { after?: string; before?: string; pageSize?: number };
const list = (
  ctx: Ctx,
  { after, before, pageSize = 200, ...wish }: Wish,
  table: DetailQuery["table"] = "conversations",
) => listDetails(ctx, { ...detailQuery.parse({ table, window, ...wish }), after, before, pageSize });

async function listIds(ctx: Ctx, wish: Wish): Promise<Set<string>> {
  const ids: string[] = [];
  for await (const page of pages(ctx, wish)) ids.push(...page.rows.map(({ id }) => id));
  assert.equal(new Set(ids).size, ids.length, "a row came twice");
  return new Set(ids);
}

async function* pages(ctx: Ctx, wish: Wish, table?: DetailQuery["table"]): AsyncGenerator<DetailPage> {
  let after: string | undefined;
  do {
    const page: DetailPage = await list(ctx, { ...wish, after }, table);
    yield page;
    after = page.next ?? undefined;
  } while (after);
}

const expectIds = async (wish: Wish, fits: (row: Fact) => boolean, what: string) => {
  const wanted = shop.inWindow.filter(fits).map(({ conversationId }) => conversationId);
  assert.deepEqual(await listIds(shop.ctx, wish), new Set(wanted), what);
};

const numbers = columns.conversations.filter(({ canFilter, kind }) => canFilter && kind !== "flag");
const flags = columns.conversations.filter(({ kind }) => kind === "flag");

describe("filters keep what a look at every fact keeps", () => {
  test("ranges of every number, open to either side, both ends meant", async () => {
    assert.ok(numbers.length >= 12);
    for (const { key } of numbers) {
      const values = shop.inWindow.flatMap((row) => (row[key] as number | null) ?? []).sort((a, b) => a - b);
      const [min, max] = [values[Math.floor(values.length / 4)] ?? 1, values[Math.floor(values.length / 2)] ?? 2];
      const within = (row: Fact, low: number, high: number) =>
        row[key] !== null && (row[key] as number) >= low && (row[key] as number) <= high;
      await expectIds({ ranges: [{ column: key, min, max }] }, (row) => within(row, min, max), key);
      await expectIds({ ranges: [{ column: key, min }] }, (row) => within(row, min, Number.POSITIVE_INFINITY), key);
      await expectIds({ ranges: [{ column: key, max }] }, (row) => within(row, Number.NEGATIVE_INFINITY, max), key);
    }
  });

  test("every flag, yes and no; what is not known is neither", async () => {
    assert.ok(flags.length >= 15);
    for (const { key } of flags)
      for (const is of [true, false])
        await expectIds({ flags: [{ column: key, is }] }, (row) => row[key] === is, `${key} ${is}`);
  });

  test("every dimension that a conversation has, by value, by none, and turned round", async () => {
    const own = dimensionKey.options.filter((key) => canFilterBy("conversation", key) && !getDimension(key).grain);
    assert.ok(own.length >= 12);
    for (const dimension of own) {
      const { column } = getDimension(dimension);
      const seen = [...new Set(shop.inWindow.map((row) => row[column]))];
      const values = seen.slice(0, 2).map((value) => (value === null ? null : String(value)));
      const has = (row: Fact) => values.includes(row[column] === null ? null : String(row[column]));
      await expectIds({ filters: [{ dimension, in: values, not: false }] }, has, dimension);
      await expectIds({ filters: [{ dimension, in: values, not: true }] }, (row) => !has(row), dimension);
    }
  });

  test("what only its questions and requests have, it has when one of them does", async () => {
    for (const [dimension, fact, value] of [
      ["outcome", "question", "unknown"],
      ["trigger", "question", "click"],
      ["requestedBy", "request", "button"],
    ] as const) {
      const { column } = getDimension(dimension);
      const having = new Set(
        (shop.facts[fact] as (Record<string, unknown> & { conversationId: string })[])
          .filter((row) => row[column] === value)
          .map((row) => row.conversationId),
      );
      const filter = { dimension, in: [value], not: false };
      await expectIds({ filters: [filter] }, (row) => having.has(row.conversationId), dimension);
      await expectIds({ filters: [{ ...filter, not: true }] }, (row) => !having.has(row.conversationId), dimension);
    }
  });

  test("a part of the customer's name, taken by the letter", async () => {
    await expectIds({ search: "户 1" }, (row) => shop.nameOf.get(row.customerId)!.includes("户 1"), "name");
    for (const search of ["%", "_", "\\", "'; drop table customer; --"])
      await expectIds({ search }, () => false, search);
  });

  test("several at once", async () => {
    await expectIds(
      {
        filters: [{ dimension: "channel", in: ["h5"], not: true }],
        ranges: [{ column: "turns", min: 1 }],
        flags: [{ column: "isConnected", is: true }],
      },
      (row) => row.channel !== "h5" && row.turns >= 1 && row.isConnected,
      "together",
    );
  });
});

describe("pages", () => {
  for (const direction of ["asc", "desc"] as const) {
    test(`all together hold every row once, in order, and lead back (${direction})`, async () => {
      for (const { key } of columns.conversations) {
        const sort = { column: key, direction };
        const forward: DetailPage[] = [];
        for await (const page of pages(shop.ctx, { sort, columns: [key], pageSize: 23 })) forward.push(page);
        const rows = forward.flatMap((page) => page.rows);
        assert.equal(rows.length, shop.inWindow.length, key);
        assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, key);
        const values = rows.map(({ cells }) => cells[0]!);
        assert.deepEqual(
          values.map((value) => value === null),
          values.map((value) => value === null).sort(),
          `${key}: no value comes last`,
        );
        if (typeof values[0] === "number") {
          const known = values.filter((value) => value !== null) as number[];
          assert.deepEqual(
            known,
            known.toSorted((a, b) => (direction === "asc" ? a - b : b - a)),
            key,
          );
        }
        const backward: DetailPage[] = [];
        let before = forward.at(-1)!.previous;
        while (before) {
          const page = await list(shop.ctx, { sort, columns: [key], pageSize: 23, before });
          backward.unshift(page);
          before = page.previous;
        }
        assert.deepEqual(
          backward.map((page) => page.rows),
          forward.slice(0, -1).map((page) => page.rows),
          key,
        );
      }
    });
  }

  test("hold what was there once, whatever comes in between", async () => {
    const { ctx, inWindow } = await openShop(80);
    for (const column of ["startedAt", "averageReplySeconds"]) {
      const before = await listIds(ctx, {});
      const seen: string[] = [];
      for await (const page of pages(ctx, { sort: { column, direction: "desc" }, pageSize: 11 })) {
        seen.push(...page.rows.map(({ id }) => id));
        await addConversations(ctx, 3);
      }
      assert.ok(before.size >= inWindow.length);
      assert.deepEqual(new Set(seen.filter((id) => before.has(id))), before);
      assert.equal(new Set(seen).size, seen.length);
    }
  });

  test("say how many rows there are", async () => {
    const page = await list(shop.ctx, { pageSize: 10 });
    assert.deepEqual(page.total, { count: shop.inWindow.length, isMore: false });
    assert.equal(page.rows.length, 10);
    assert.equal(page.previous, null);
  });
});

test("cells are the facts, with names where there are names", async () => {
  const keys = [
    "customer",
    "channel",
    "startedAt",
    "turns",
    "averageReplySeconds",
    "waitSeconds",
    "isUnserved",
    "link",
  ];
  const facts = new Map(shop.inWindow.map((row) => [row.conversationId, row]));
  for (const { id, cells } of (await list(shop.ctx, { columns: keys })).rows) {
    const row = facts.get(id)!;
    const own = keys.slice(1, -1).map((key) => row[key]);
    assert.equal(new Date(String(cells[2])).toISOString(), row.startedAt);
    assert.deepEqual([cells[1], row.startedAt, ...cells.slice(3, -1)], own);
    assert.equal(cells[0], shop.nameOf.get(row.customerId));
    assert.equal(cells.at(-1), `${ground.publicUrl}/conversations/${id}`);
  }
});

describe("agents", () => {
  const measured = columns.agents.filter(({ key }) => key.includes("."));
  const parts = ["median", "p90", "numerator", "denominator"] as const;

  for (const [table, dimensions] of [
    ["agents", ["agent"]],
    ["agent_days", ["agent", "day"]],
  ] as const) {
    test(`${table} say what the figures cut by ${dimensions.join(" and ")} say`, async () => {
      const filters: FigureFilter[] = [{ dimension: "channel", in: ["web"], not: false }];
      const keyOf = (key: string) => {
        const part = parts.find((one) => key.endsWith(`.${one}`));
        return { metric: part ? key.slice(0, -part.length - 1) : key, part: part ?? ("value" as const) };
      };
      const found = new Map<string, unknown[]>();
      for await (const page of pages(
        shop.ctx,
        { columns: measured.map(({ key }) => key), filters, pageSize: 7 },
        table,
      ))
        for (const { id, cells } of page.rows) found.set(id, cells);
      assert.ok(found.size >= 3);
      const metrics = [...new Set(measured.map(({ key }) => keyOf(key).metric))];
      const reply = await queryFigures(shop.ctx, {
        ...{ metrics, dimensions: [...dimensions], filters, window, compare: "none", limit: 2000 },
      });
      const rows = reply.rows.filter(
        ({ keys }) => keys[0]!.key !== null && found.has(keys.map(({ key }) => key).join("/")),
      );
      assert.equal(rows.length, found.size);
      for (const { keys, now } of rows) {
        const cells = measured.map(({ key, kind }) => {
          const { metric, part } = keyOf(key);
          const value = now[metrics.indexOf(metric)]![part];
          return kind === "count" ? (value ?? 0) : value;
        });
        assert.deepEqual(found.get(keys.map(({ key }) => key).join("/")), cells);
      }
    });
  }

  test("are there with the time they were online, also when they served nobody", async () => {
    const { shopId } = shop.ctx;
    const idle = await buildStaff(shop.ctx, { name: "闲" });
    await rows(
      ground.db,
      sql`insert into staff_presence (shop_id, staff_id, started_at, status, ended_at)
          values (${shopId}, ${idle.actor.id}, '2026-11-03T15:00:00Z', 'online', '2026-11-03T17:30:00Z')`,
    );
    const columns = ["agent", "onlineSeconds", "human.sessions"];
    const all = await list(shop.ctx, { columns, search: "闲" }, "agents");
    assert.deepEqual(all.rows, [{ id: idle.actor.id, cells: ["闲", 9_000, 0] }]);
    const byDay = await list(
      shop.ctx,
      { columns, search: "闲", sort: { column: "day", direction: "asc" } },
      "agent_days",
    );
    assert.deepEqual(
      byDay.rows.map(({ id, cells }) => [id.split("/")[1], cells[1]]),
      [
        ["2026-11-03", 3_600],
        ["2026-11-04", 5_400],
      ],
    );
  });

  test("are filtered by what they come to, and by name", async () => {
    const all = await list(shop.ctx, { columns: ["human.sessions", "agent"] }, "agents");
    const least = all.rows[0]!.cells[0] as number;
    const busiest = await list(shop.ctx, { ranges: [{ column: "human.sessions", min: least }] }, "agents");
    assert.deepEqual(
      busiest.rows.map(({ id }) => id),
      all.rows.filter(({ cells }) => (cells[0] as number) >= least).map(({ id }) => id),
    );
    const named = await list(shop.ctx, { search: "T-B", columns: ["agent"] }, "agents");
    assert.deepEqual(named.rows, [{ id: "agent-b", cells: ["agent-b"] }]);
  });
});

describe("what can't be asked", () => {
  const refused = async (wish: Wish, field: string, table?: DetailQuery["table"]) => {
    await assert.rejects(
      async () => list(shop.ctx, wish, table),
      (error) => {
        assert.ok(error instanceof AppError, String(error));
        assert.equal(error.status, 400);
        assert.equal(error.fields?.[0]?.path, field);
        return true;
      },
    );
  };

  test("unknown columns, and filters that a column or a table does not have", async () => {
    await refused({ columns: ["startedAt", "password"] }, "columns");
    await refused({ columns: ['x"; drop table shop; --'] }, "columns");
    await refused({ sort: { column: "nope", direction: "asc" } }, "sort.column");
    await refused({ ranges: [{ column: "customer", min: 1 }] }, "ranges.0.column");
    await refused({ ranges: [{ column: "isBot", min: 1 }] }, "ranges.0.column");
    await refused({ flags: [{ column: "turns", is: true }] }, "flags.0.column");
    await refused(
      { filters: [{ dimension: "outcome", in: ["unknown"], not: false }] },
      "filters.0.dimension",
      "agents",
    );
    await refused({ flags: [{ column: "isBot", is: true }] }, "flags.0.column", "agents");
  });

  test("cursors of nobody's or of another sort", async () => {
    await refused({ after: "garbage" }, "after");
    const forge = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString("base64url");
    await refused({ after: forge("startedAt", "desc", "not a time", "x") }, "after");
    await refused({ before: forge("startedAt", "desc", "2026-01-01", "not an id") }, "before");
    const { next } = await list(shop.ctx, { pageSize: 5 });
    await refused({ after: next!, sort: { column: "turns", direction: "asc" } }, "after");
    await refused({ after: next!, before: next! }, "before");
  });

  test("ten years, ranges without ends or turned round, too many of anything", () => {
    const base = { table: "conversations", window };
    for (const wrong of [
      { window: { from: "2016-01-01", to: "2026-01-01" } },
      { window: { from: "2026-02-01", to: "2026-01-01" } },
      { ranges: [{ column: "turns" }] },
      { ranges: [{ column: "turns", min: 2, max: 1 }] },
      { columns: Array.from({ length: 100 }, () => "turns") },
      { search: "x".repeat(101) },
      { table: "shop" },
    ])
      assert.equal(detailQuery.safeParse({ ...base, ...wrong }).success, false, JSON.stringify(wrong));
  });
});
