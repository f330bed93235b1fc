import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { catalogue } from "./catalogue.ts";
import { evaluate } from "./evaluate.ts";
import { type FactName, factColumns, factKeys } from "./facts.ts";
import { fold } from "./fold.ts";
import { randomLog } from "./random-log.testing.ts";
import { defaultSettings as settings } from "./settings.ts";

const asOf = "2025-01-31T00:00:00Z";
const names = Object.keys(factColumns) as FactName[];

describe("fold", () => {
  test("is a function of the log alone: shuffled and repeated events give the same facts", () => {
    const shuffled = randomLog.chain((log) =>
      fc
        .tuple(fc.shuffledSubarray([...log.events], { minLength: log.events.length }), fc.subarray([...log.events]))
        .map(([events, again]) => ({ log, other: { ...log, events: [...events, ...again] } })),
    );
    fc.assert(
      fc.property(shuffled, ({ log, other }) => {
        const facts = fold(log, settings, asOf);
        assert.deepEqual(fold(log, settings, asOf), facts);
        assert.deepEqual(fold(other, settings, asOf), facts);
      }),
      { numRuns: 300 },
    );
  });

  test("gives rows of exactly the declared columns and kinds, unique by their key, whatever happened", () => {
    fc.assert(
      fc.property(randomLog, (log) => {
        const facts = fold(log, settings, asOf);
        assert.equal(facts.conversation.length, 1);
        for (const name of names) {
          for (const row of facts[name]) checkRow(name, row);
          const keys = facts[name].map((row) =>
            factKeys[name].map((key) => (row as Record<string, unknown>)[key]).join(),
          );
          assert.equal(new Set(keys).size, keys.length, `${name} has a row twice`);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("invents no time for a log without times", () => {
    fc.assert(
      fc.property(randomLog, (log) => {
        const events = log.events.map((event) =>
          event.type === "conversation.started" ? { ...event, body: { ...event.body, untimed: true } } : event,
        );
        const facts = fold({ ...log, events }, settings, asOf);
        const timed = catalogue.filter((metric) => metric.unit === "seconds");
        for (const metric of timed) assert.equal(evaluate(metric, facts).value, null, metric.key);
        assert.ok(facts.turn.every((turn) => turn.replySeconds === null && turn.openedAt === null));
        assert.ok(facts.request.every((request) => request.waitSeconds === null && request.inServiceHours === null));
      }),
    );
  });

  test("keeps the parts in the whole", () => {
    fc.assert(
      fc.property(randomLog, (log) => {
        const facts = fold(log, settings, asOf);
        const conversation = facts.conversation[0]!;
        const asked = new Set(log.events.filter((event) => event.type === "human.requested").map((event) => event.seq));
        assert.ok(facts.request.length <= asked.size);
        assert.equal(conversation.hasRequest, asked.size > 0);
        assert.ok(!conversation.isResolved || conversation.isEligible);
        assert.ok(!conversation.isReplied || conversation.isConnected);
        const replies = facts.turn.flatMap((turn) => turn.replySeq ?? []);
        assert.equal(new Set(replies).size, replies.length, "a reply closes one turn");
        for (const turn of facts.turn) {
          assert.equal(turn.isAnswered, turn.replySeq !== null);
          assert.ok(turn.replySeq === null || turn.replySeq > turn.seq);
          assert.ok(turn.isOffline === (turn.agentId === null));
        }
      }),
      { numRuns: 500 },
    );
  });

  test("gives nothing for a log without events", () => {
    const facts = fold({ conversationId: "x", customerId: "c", events: [] }, settings, asOf);
    for (const name of names) assert.deepEqual(facts[name], []);
  });
});

function checkRow(name: FactName, row: object): void {
  assert.deepEqual(Object.keys(row).sort(), Object.keys(factColumns[name]).sort(), `columns of ${name}`);
  for (const [column, kind] of Object.entries<string>(factColumns[name])) {
    const value = (row as Record<string, unknown>)[column];
    if (kind.endsWith("?") && value === null) continue;
    const where = `${name}.${column} = ${value}`;
    if (kind.startsWith("boolean")) assert.equal(typeof value, "boolean", where);
    else if (kind.startsWith("integer")) assert.ok(Number.isInteger(value), where);
    else if (kind.startsWith("number")) assert.ok(Number.isFinite(value) && (value as number) >= 0, where);
    else assert.equal(typeof value, "string", where);
    if (kind.startsWith("instant")) assert.ok((value as string).endsWith("Z"), where);
    if (kind === "day") assert.match(value as string, /^\d{4}-\d{2}-\d{2}$/);
  }
}
