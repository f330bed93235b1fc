import assert from "node:assert/strict";
import { test } from "node:test";
import { tagRules } from "@yingda/contract/tag-rules";
import { wordsIn } from "./sheet-words.testing.ts";
import { tagHint } from "./tag-hint.ts";

test("tags say by how much a figure must be worse, as it is judged", () => {
  for (const language of ["zh-CN", "en"] as const) {
    const { t } = wordsIn(language);
    assert.match(tagHint("urgent", t), new RegExp(` ?${tagRules.urgentExcess * 100}%`));
    assert.match(tagHint("worsening", t), new RegExp(` ?${tagRules.worseningChange * 100}%`));
    assert.doesNotMatch(tagHint("urgent", t) + tagHint("worsening", t), /\{\{/);
  }
});
