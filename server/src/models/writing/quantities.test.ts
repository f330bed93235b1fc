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

test("amounts are read however they are said", () => {
  assert.deepEqual(read("满三百减五十，满一千减十五，百分之百"), ["300", "50", "1000", "15", "100 percent"]);
  assert.deepEqual(read("打八五折，85折，8.5折，九折"), ["8.5 discount", "8.5 discount", "8.5 discount", "9 discount"]);
  assert.deepEqual(read("百分之五十，三五天，二〇二六年"), ["50 percent", "3 day", "5 day", "2026 year"]);
  assert.deepEqual(read("早上九点到晚上9点半，09:00"), ["9:30", "9:00", "9:00"]);
  assert.deepEqual(read("within thirty days, one hundred and twenty yuan, twenty-one hours"), [
    "30 day",
    "120 money",
    "21 hour",
  ]);
  assert.deepEqual(read("a thirty-day return, two-year warranty"), ["30 day", "2 year"]);
});

test("words that only look like amounts are none", () => {
  assert.deepEqual(read("一般一起一些，第一次，一个，万一，三明治，十分抱歉，千万别急，百搭，一点"), []);
  assert.deepEqual(read("one of them, one-time"), []);
});

test("the same value of another kind is another thing", () => {
  const known = listQuantities("7天无理由，运费12元");
  assert.ok(isNamed({ value: "7", unit: "day" }, known));
  assert.ok(isNamed({ value: "7", unit: "" }, known));
  assert.ok(!isNamed({ value: "7", unit: "money" }, known));
  assert.ok(!isNamed({ value: "15", unit: "day" }, known));
});
