import assert from "node:assert/strict";
import { test } from "node:test";
import { figure, figuresOf, metric, pair } from "../../../figures/sheet-words.testing.ts";
import { type PeopleMetric, pairOf, peopleOf } from "./person.ts";

const sessions: PeopleMetric = "human.sessions";

test("agents and what is nobody's are the whole that the cards show", () => {
  const answer = figuresOf([metric(sessions, "count", "人工会话量", "Conversations")], {
    lin: [pair(figure(81, null))],
    wu: [pair(figure(76, null))],
  });
  const nobody = {
    id: "nobody",
    keys: [{ key: null, name: null }],
    figures: new Map([[sessions, pair(figure(22, null))]]),
  };
  const total = new Map([[sessions, pair(figure(179, null))]]);
  const people = peopleOf({ rows: [answer.rows[0]!, nobody, answer.rows[1]!], total });
  assert.deepEqual(people.agents, answer.rows);
  assert.equal(people.rest, nobody);
  const sum = [...people.agents, people.rest!].reduce((all, row) => all + pairOf(row, sessions)!.now.numerator, 0);
  assert.equal(sum, pairOf(people.total, sessions)!.now.numerator);
});

test("where every conversation had an agent nothing is left over", () => {
  const answer = figuresOf([metric(sessions, "count", "人工会话量", "Conversations")], {
    lin: [pair(figure(3, null))],
  });
  assert.equal(peopleOf(answer).rest, null);
});
