import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { WireEvent } from "@yingda/contract/conversation";
import * as words from "../words/dictionary.ts";
import { agentId, event, said, thread } from "./fixtures.ts";
import type { OutboxItem } from "./outbox.ts";
import { learnAgentName, listRows, type Row } from "./rows.ts";

type Bubble = Extract<Row, { kind: "bubble" }>;

function rowsOf(events: WireEvent[], more: { outbox?: OutboxItem[]; agentReadSeq?: number } = {}): Row[] {
  const { outbox = [], agentReadSeq = 0 } = more;
  return listRows({
    thread: thread(events, { agentReadSeq }),
    outbox,
    isCurrent: true,
    agentNames: { [agentId]: "小林" },
  }).filter((row) => row.kind !== "time");
}
const answer = (seq: number) =>
  event(seq, "bot", "bot.answered", { outcome: "direct", trigger: "words", inReplyTo: 1, text: "48 小时内发出" });
const waiting = (act: OutboxItem["act"], label?: string): OutboxItem => ({
  act,
  createdAt: 1,
  state: "waiting",
  label,
});

describe("what the customer reads", () => {
  test("a message that was sent keeps its place and key from the first touch to the event", () => {
    const act = { t: "send" as const, clientId: "message1", content: { kind: "text" as const, text: "多久发货" } };
    const [before] = rowsOf([], { outbox: [waiting(act)] }) as Bubble[];
    const [after] = rowsOf([{ ...said(1, "customer", "多久发货"), clientId: "message1" }]) as Bubble[];
    assert.deepEqual([before?.key, before?.content, before?.delivery], [after?.key, after?.content, "sending"]);
    assert.equal(after?.delivery, "sent");
  });

  test("is marked read as far as the agent has read", () => {
    const rows = rowsOf([said(1, "customer"), said(2, "customer")], { agentReadSeq: 1 }) as Bubble[];
    assert.deepEqual(
      rows.map((row) => row.delivery),
      ["read", "sent"],
    );
  });

  test("a recalled message leaves only the note that it was recalled, and no quote of it", () => {
    const quoting = event(3, "agent", "message.sent", { content: { kind: "text", text: "更正" }, quoteSeq: 1 });
    const rows = rowsOf([said(1, "agent", "秘密"), event(2, "agent", "message.recalled", { seq: 1 }), quoting]);
    assert.doesNotMatch(JSON.stringify(rows), /秘密/);
    assert.deepEqual(rows[0], { kind: "line", key: (rows[0] as Row).key, word: words.recalled });
  });

  test("the last thumb counts, also one that is still on its way", () => {
    const up = event(3, "customer", "answer.rated", { answerSeq: 2, thumb: "up" });
    const thumbIn = (rows: Row[]) => rows.find((row) => row.kind === "answer")?.thumb;
    assert.equal(thumbIn(rowsOf([said(1, "customer"), answer(2)])), null);
    assert.equal(thumbIn(rowsOf([said(1, "customer"), answer(2), up])), "up");
    const down = waiting({ t: "thumb", clientId: "thumb--1", answerSeq: 2, thumb: "down" });
    assert.equal(thumbIn(rowsOf([said(1, "customer"), answer(2), up], { outbox: [down] })), "down");
  });

  test("a clicked question is the customer's own words, before and after it is stored", () => {
    const entryId = agentId;
    const [before] = rowsOf([], { outbox: [waiting({ t: "hot", clientId: "click--1", entryId }, "多久发货？")] });
    const [after] = rowsOf([event(1, "customer", "hot_question.clicked", { entryId, question: "多久发货？" })]);
    for (const row of [before, after] as Bubble[]) {
      assert.deepEqual([row.by, row.content], ["customer", { kind: "text", text: "多久发货？" }]);
    }
  });

  test("names who joined, and people by their own name", () => {
    const rows = rowsOf([event(1, "system", "agent.connected", { agentId }), said(2, "agent"), said(3, "agent")]);
    assert.deepEqual(rows[0], { kind: "line", key: rows[0]!.key, word: words.lineConnected, values: { name: "小林" } });
    const bubbles = rows.slice(1) as Bubble[];
    assert.deepEqual(
      bubbles.map((row) => [row.name, row.startsGroup]),
      [
        ["小林", true],
        ["小林", false],
      ],
    );
  });

  test("a long silence gets a time in between", () => {
    const events = [said(1, "customer", "a", 0), said(2, "agent", "b", 299_000), said(3, "agent", "c", 600_000)];
    const kinds = listRows({ thread: thread(events), outbox: [], isCurrent: true, agentNames: {} }).map((r) => r.kind);
    assert.deepEqual(kinds, ["time", "bubble", "bubble", "time", "bubble"]);
  });

  test("an agent's name is learned from the view, for the one who connected last", () => {
    const second = "01900000-0000-7000-8000-0000000000a2";
    const connected = event(1, "system", "agent.connected", { agentId });
    const moved = event(2, "agent", "conversation.transferred", { fromAgentId: agentId, toAgentId: second });
    let names = learnAgentName({}, thread([connected], { agentName: "小林" }));
    names = learnAgentName(names, thread([connected, moved], { agentName: "阿哲" }));
    assert.deepEqual(names, { [agentId]: "小林", [second]: "阿哲" });
  });
});
