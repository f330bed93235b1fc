import assert from "node:assert/strict";
import { test } from "node:test";
import type { Dimension } from "@yingda/contract/figures";
import { findNextDimension } from "./next-dimension.ts";

const available: Dimension[] = ["day", "hour", "channel", "intentGroup", "intent", "question", "product", "agent"];
const at = (dimension: Dimension) => ({ dimension, in: ["x"], not: false });

test("from an agent to groups of intents, to intents, to questions", () => {
  assert.equal(findNextDimension("agent", [at("agent")], available), "intentGroup");
  assert.equal(findNextDimension("intentGroup", [at("agent"), at("intentGroup")], available), "intent");
  assert.equal(findNextDimension("intent", [at("agent"), at("intent")], available), "question");
});

test("from a question to what has not been asked yet; a known intent answers for its group", () => {
  assert.equal(findNextDimension("question", [at("intent"), at("question")], available), "agent");
  assert.equal(findNextDimension("question", [at("agent"), at("question")], available), "product");
});

test("where everything is answered it leads nowhere", () => {
  assert.equal(findNextDimension("agent", [at("agent"), at("hour")], ["agent", "hour"]), null);
});

test("a filter of several values, or of exclusion, still leaves the question open", () => {
  const several = [{ dimension: "agent" as const, in: ["a", "b"], not: false }];
  assert.equal(findNextDimension("channel", several, ["channel", "agent"]), "agent");
  assert.equal(findNextDimension("channel", [{ ...at("agent"), not: true }], ["channel", "agent"]), "agent");
});
