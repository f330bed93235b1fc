import assert from "node:assert/strict";
import { test } from "node:test";
import { badRowsAsCsv } from "./bad-rows.ts";

test("bad rows are a sheet that nothing in them can break or run", () => {
  const rows = [{ row: 3, column: "答案", value: '=1+1,"x"\n2', reason: "too_long" as const }];
  assert.equal(
    badRowsAsCsv(rows, ["行", "列", "内容", "原因"], ({ reason }) => `!${reason}`),
    '\ufeff"行","列","内容","原因"\r\n"3","答案","\'=1+1,""x""\n2","!too_long"\r\n',
  );
});
