import assert from "node:assert/strict";
import { test } from "node:test";
import { mustBeEmbeddable } from "./embedding.ts";

const embeds = (allowedOrigins: string[], origin: string | undefined, host = "chat.example:8686") => {
  try {
    mustBeEmbeddable({ allowedOrigins }, { origin, host });
    return true;
  } catch {
    return false;
  }
};

test("any site may embed the window until the shop names some; then only those and our own pages", () => {
  assert.ok(embeds([], "https://anything.example"));
  assert.ok(embeds(["https://shop.example"], "https://shop.example"));
  assert.ok(embeds(["shop.example"], "http://shop.example"));
  assert.ok(embeds(["*.shop.example"], "https://m.shop.example"));
  assert.ok(embeds(["https://shop.example/"], "http://chat.example:8686"));
  assert.ok(embeds(["https://shop.example"], undefined));
  assert.ok(!embeds(["https://shop.example"], "https://evil.example"));
  assert.ok(!embeds(["https://shop.example"], "https://shop.example.evil.example"));
  assert.ok(!embeds(["*.shop.example"], "https://evilshop.example"));
});
