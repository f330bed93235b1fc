import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { CustomerView, WireEvent } from "@yingda/contract/conversation";
import fc from "fast-check";
import {
  applyEvents,
  applyHistory,
  applyReady,
  applyView,
  countUnread,
  emptyLog,
  findCurrent,
  findThread,
  type Log,
  lastSeqFromOthers,
  resumePoint,
} from "./log.ts";

const first = "01900000-0000-7000-8000-000000000001";
const second = "01900000-0000-7000-8000-000000000002";

function view(conversationId: string, lastSeq: number, change: Partial<CustomerView> = {}): CustomerView {
  const base = { handling: "bot" as const, agentName: null, queue: null, agentReadSeq: 0, canRate: null };
  return { conversationId, lastSeq, ...base, ...change };
}

function words(seq: number, by: "customer" | "agent" = "agent"): WireEvent {
  return {
    seq,
    type: "message.sent",
    actor: { kind: by, id: first },
    at: new Date(Date.UTC(2026, 0, 1) + seq * 1000).toISOString(),
    body: { content: { kind: "text", text: `words ${seq}` } },
  };
}

function pushed(seqs: number[], upTo = seqs.at(-1) ?? 0, conversationId = first) {
  return {
    t: "events" as const,
    conversationId,
    events: seqs.map((seq) => words(seq)),
    upTo,
    view: view(conversationId, upTo),
  };
}

function seqsOf(log: Log, conversationId = first) {
  return findThread(log, conversationId)?.events.map((event) => event.seq);
}

describe("the log of a tab", () => {
  test("takes each event once and in order", () => {
    let { log } = applyEvents(emptyLog, pushed([1, 2]));
    ({ log } = applyEvents(log, pushed([2, 3])));
    ({ log } = applyEvents(log, pushed([1])));
    assert.deepEqual(seqsOf(log), [1, 2, 3]);
    assert.deepEqual(resumePoint(log), { conversationId: first, seq: 3 });
  });

  test("says that something is missing, keeps what came, and resumes from before the gap", () => {
    const { log: before } = applyEvents(emptyLog, pushed([1, 2]));
    const { log, hasGap } = applyEvents(before, pushed([5]));
    assert.equal(hasGap, true);
    assert.deepEqual(resumePoint(log), { conversationId: first, seq: 2 });
    const healed = applyReady(log, { t: "ready", view: view(first, 5), events: [words(3), words(5)] });
    assert.deepEqual(seqsOf(healed), [1, 2, 3, 5]);
    assert.equal(applyEvents(healed, pushed([6])).hasGap, false);
  });

  test("does not take staff's own events for a loss when the server says how far it went", () => {
    let { log, hasGap } = applyEvents(emptyLog, pushed([1], 2));
    assert.equal(hasGap, false);
    ({ log, hasGap } = applyEvents(log, pushed([], 3)));
    assert.equal(hasGap, false);
    assert.equal(applyEvents(log, pushed([4])).hasGap, false);
  });

  test("puts earlier conversations before the current one and leaves that current", () => {
    const { log } = applyEvents(emptyLog, pushed([50], 50, second));
    const past = { view: view(first, 2, { handling: "closed" }), events: [words(1), words(2)] };
    const all = applyHistory(log, { t: "history", conversations: [past], more: false });
    assert.deepEqual(
      all.threads.map((thread) => thread.id),
      [first, second],
    );
    assert.equal(findCurrent(all)?.id, second);
  });

  test("a late event of a closed conversation does not push the current one aside", () => {
    let { log } = applyEvents(emptyLog, pushed([1], 1, first));
    ({ log } = applyEvents(log, pushed([1], 1, second)));
    ({ log } = applyEvents(log, { ...pushed([2], 2, first), view: view(first, 2, { handling: "closed" }) }));
    assert.equal(log.currentId, second);
  });

  test("an older view does not overwrite a newer one", () => {
    const { log } = applyEvents(emptyLog, pushed([1, 2, 3]));
    const late = applyView(log, view(first, 2, { handling: "queue" }));
    assert.equal(findCurrent(late)?.view.handling, "bot");
    const fresh = applyView(log, view(first, 3, { handling: "queue" }));
    assert.equal(findCurrent(fresh)?.view.handling, "queue");
  });

  test("counts the words of others after the read mark", () => {
    const { log } = applyEvents(emptyLog, {
      ...pushed([], 4),
      events: [words(1, "customer"), words(2), words(3, "customer"), words(4)],
    });
    assert.equal(countUnread(findCurrent(log), 2), 1);
    assert.equal(countUnread(findCurrent(log), 0), 2);
    assert.equal(lastSeqFromOthers(findCurrent(log)), 4);
  });

  test("whatever is lost, doubled or disordered, after a resume every event is there once, in order", () => {
    const delivery = fc.record({ from: fc.integer({ min: 1, max: 40 }), size: fc.integer({ min: 1, max: 6 }) });
    const script = fc.record({
      staffOnly: fc.array(fc.boolean(), { minLength: 1, maxLength: 40 }),
      deliveries: fc.array(fc.oneof(delivery, fc.constant("resume" as const)), { maxLength: 60 }),
    });
    fc.assert(
      fc.property(script, ({ staffOnly, deliveries }) => {
        const server = staffOnly.map((hidden, at) => ({ hidden, event: words(at + 1) }));
        const visible = (from: number, to: number) =>
          server.slice(from - 1, to).flatMap(({ hidden, event }) => (hidden ? [] : [event]));
        const resume = (log: Log) =>
          applyReady(log, {
            t: "ready",
            view: view(first, server.length),
            events: visible((resumePoint(log)?.seq ?? 0) + 1, server.length),
          });

        let log = emptyLog;
        for (const step of deliveries) {
          if (step === "resume") log = resume(log);
          else if (step.from <= server.length) {
            const upTo = Math.min(server.length, step.from + step.size - 1);
            ({ log } = applyEvents(log, { ...pushed([], upTo), events: visible(step.from, upTo) }));
          }
          const upTo = findThread(log, first)?.upTo ?? 0;
          const expected = visible(1, upTo).map((event) => event.seq);
          assert.deepEqual(seqsOf(log)?.filter((seq) => seq <= upTo) ?? [], expected, "what we claim to have is there");
        }
        assert.deepEqual(
          seqsOf(resume(log)),
          visible(1, server.length).map((event) => event.seq),
        );
      }),
      { numRuns: 1000 },
    );
  });
});

test("something late about a conversation of long ago does not take the place of the current one", () => {
  const open = applyEvents(emptyLog, pushed([1, 2])).log;
  const late = { ...pushed([9], 9, second), view: view(second, 9, { handling: "closed" }) };
  assert.deepEqual(applyEvents(open, late), { log: open, hasGap: false });
});
