import assert from "node:assert/strict";
import { test } from "node:test";
import type { ModelUsageDay } from "@yingda/contract/routes/models";
import { listUsageDays, sumUsage } from "./usage-days.ts";

const day = (at: string, kind: ModelUsageDay["kind"], tokensIn: number): ModelUsageDay => ({
  ...{ day: at, kind, calls: 1, failures: 0, tokensIn, tokensOut: 1, estimatedCalls: 0, cost: 0.5 },
  ...{ used: 1, declined: 0, rejected: 0 },
});

test("days without a call are days too, also over the end of a month", () => {
  const rows = listUsageDays({ from: "2026-02-27", to: "2026-03-02", days: [day("2026-03-01", "chat", 10)] });
  assert.deepEqual(
    rows.map((row) => [row.day, row.chat.tokens, row.embedding.tokens]),
    [
      ["2026-02-27", 0, 0],
      ["2026-02-28", 0, 0],
      ["2026-03-01", 11, 0],
      ["2026-03-02", 0, 0],
    ],
  );
});

test("the sum of the span is the sum of its days", () => {
  const sum = sumUsage([day("2026-03-01", "chat", 10), day("2026-03-01", "embedding", 5)]);
  assert.deepEqual([sum.tokens, sum.calls, sum.cost, sum.used], [17, 2, 1, 2]);
});
