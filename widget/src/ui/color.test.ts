import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { contrast, defaultColor, paletteOf, type Rgb } from "./color.ts";

function contrastOf(a: string, b: string): number {
  const parse = (color: string) => color.match(/\d+/g)!.map(Number) as Rgb;
  return contrast(parse(a), parse(b));
}

test("whatever colour the shop chose, words are readable on it and in it", () => {
  const color = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
  fc.assert(
    fc.property(color, fc.boolean(), (chosen, isDark) => {
      const { accent, onAccent, accentText, tint } = paletteOf(chosen, isDark);
      assert.ok(contrastOf(accent, onAccent) >= 4.5, `${accent} with ${onAccent}`);
      assert.ok(contrastOf(accentText, isDark ? "rgb(28,32,31)" : "rgb(255,255,255)") >= 4.5, `${accentText} as words`);
      assert.ok(contrastOf(accentText, tint) >= 4.5, `${accentText} on ${tint}`);
    }),
  );
});

test("a colour that is readable already stays as it is", () => {
  assert.equal(paletteOf("#0e7c7b", false).accent, "rgb(14,124,123)");
});

test("no colour at all is the house's own", () => {
  assert.deepEqual(paletteOf("red;}", false), paletteOf(defaultColor, false));
});
