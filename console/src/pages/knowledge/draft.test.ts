import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { blankDraft, followServer, isSameDraft, problemsOf } from "./draft.ts";

const draft = (change: object = {}) =>
  blankDraft({ question: "能退吗", similar: ["a"], answerHtml: "<p>能</p>", category: "售后", ...change });

describe("a draft", () => {
  test("says in place what is missing or too much", () => {
    assert.deepEqual(problemsOf(blankDraft()), { question: "empty", answer: "empty" });
    assert.deepEqual(problemsOf(draft()), {});
    assert.deepEqual(
      problemsOf(
        draft({
          question: "问".repeat(201),
          similar: ["x".repeat(201)],
          answerHtml: "a".repeat(20_001),
          category: "a/b/c",
        }),
      ),
      { question: "too_long", similar: "wordings", answer: "too_long", category: "too_deep" },
    );
    assert.deepEqual(problemsOf(draft({ similar: Array.from({ length: 201 }, (_, n) => `${n}`) })), {
      similar: "too_many",
    });
    assert.deepEqual(problemsOf(draft({ category: "x".repeat(81) })), { category: "too_long" });
  });

  test("with an empty line more is no change", () => {
    assert.equal(isSameDraft(draft(), draft({ similar: ["a ", ""] })), true);
    assert.equal(isSameDraft(draft(), draft({ similar: ["a", "b"] })), false);
    assert.equal(isSameDraft(draft(), draft({ isEnabled: false })), false);
  });

  test("follows the server where it was not touched, and keeps what was written", () => {
    const before = draft({ similar: ["a", "b"] });
    const mine = draft({ similar: ["a", "b", "mine"], answerHtml: "<p>我写的</p>" });
    const now = draft({ similar: ["b", "theirs"], answerHtml: "<p>他们写的</p>", category: "物流" });
    assert.deepEqual(
      followServer(mine, before, now),
      draft({ similar: ["b", "mine", "theirs"], answerHtml: "<p>我写的</p>", category: "物流" }),
    );
  });
});
