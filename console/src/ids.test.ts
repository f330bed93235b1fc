import assert from "node:assert/strict";
import { test } from "node:test";
import { id } from "@yingda/contract/events";
import { newId } from "./ids.ts";

test("ids made here pass the contract and do not repeat", () => {
  const made = Array.from({ length: 200 }, newId);
  for (const each of made) assert.equal(id.safeParse(each).success, true, each);
  assert.equal(new Set(made).size, made.length);
});
