import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { routes } from "@yingda/contract/routes";
import { buildRequest } from "./api.ts";

describe("a call", () => {
  test("puts each name where the route wants it", () => {
    const staffId = "0190a0a0-0000-7000-8000-000000000001";
    const { url, init } = buildRequest(routes.updateStaff, { staffId, name: "小李" });
    assert.equal(url, `/api/staff/${staffId}`);
    assert.equal(init.method, "PATCH");
    assert.deepEqual(JSON.parse(String(init.body)), { name: "小李" });
  });

  test("leaves empty filters out of the address and escapes the rest", () => {
    const { url, init } = buildRequest(routes.listEntries, { search: "七天 & 退", category: "", page: 2 });
    assert.equal(url, "/api/knowledge?search=%E4%B8%83%E5%A4%A9+%26+%E9%80%80&page=2");
    assert.equal(init.body, undefined);
  });

  test("sends bytes as they are, with the name in the query", () => {
    const bytes = new Uint8Array([1, 2, 3]);
    const { url, init } = buildRequest(routes.uploadStaffFile, { name: "图.png", bytes });
    assert.equal(url, "/api/files?name=%E5%9B%BE.png");
    assert.equal(init.body, bytes);
  });

  test("cannot climb out of its path through a parameter", () => {
    const { url } = buildRequest(routes.getEntry, { entryId: "../../me" });
    assert.equal(url, "/api/knowledge/..%2F..%2Fme");
  });
});
