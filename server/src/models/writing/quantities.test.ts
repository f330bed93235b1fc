import assert from "node:assert/strict";
import { test } from "node:test";
import { isNamed, listQuantities } from "./quantities.ts";

const read = (text: string) => listQuantities(text).map(({ value, unit }) => (unit ? `${value} ${unit}` : value));

test("amounts are read in digits, in characters and in English words", () => {
  assert.deepEqual(read("满99元包邮，三天内发货，十五天包换"), ["99 money", "3 day", "15 day"]);
  assert.deepEqual(read("一百二十元，两万元，半年，九折"), ["120 money", "20000 money", "0.5 year", "9 discount"]);
  assert.deepEqual(read("¥1,299.50，09:00 到 18:30"), ["1299.5 money", "9:00", "18:30"]);
  assert.deepEqual(read("within three business days, 20% off"), ["20 percent", "3 day"]);
});

test("words that only look like amounts are none", () => {
  assert.deepEqual(read("一般一起一些，第一次，一个，万一，三明治，十分抱歉"), []);
  assert.deepEqual(read("one of them"), []);
});

test("the same value of another kind is another thing", () => {
  const known = listQuantities("7天无理由，运费12元");
  assert.ok(isNamed({ value: "7", unit: "day" }, known));
  assert.ok(isNamed({ value: "7", unit: "" }, known));
  assert.ok(!isNamed({ value: "7", unit: "money" }, known));
  assert.ok(!isNamed({ value: "15", unit: "day" }, known));
});
