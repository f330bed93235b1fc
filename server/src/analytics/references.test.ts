import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { routes } from "@yingda/contract/routes";
import { type Weekday, weekdays } from "@yingda/contract/service-hours";
import { catalogue } from "@yingda/measures/catalogue";
import { buildShop } from "../testing/build.ts";
import { openTestGround } from "../testing/database.ts";
import { listMetrics } from "./references.ts";

const { ground } = await openTestGround();

describe("the reference of metrics", () => {
  test("lists every metric once, as the contract has it, with an example that was worked out", async () => {
    const reply = routes.listMetrics.reply.parse(await listMetrics(await buildShop(ground)));
    assert.deepEqual(
      reply.items.map((one) => one.key),
      catalogue.map((one) => one.key),
    );
    const coverage = reply.items.find((one) => one.key === "bot.knowledge_coverage")!;
    assert.deepEqual([coverage.example.numerator, coverage.example.denominator], [2, 4]);
    assert.ok(coverage.dimensions.some(({ key, name }) => key === "entry" && name["zh-CN"] === "知识点"));
  });

  test("says the shop's own settings, not the defaults", async () => {
    const open = [{ from: "10:00", to: "18:30" }];
    const weekly = Object.fromEntries(weekdays.map((day, i) => [day, i < 5 ? open : []])) as Record<
      Weekday,
      typeof open
    >;
    const serviceHours = { weekly, holidays: [] };
    const { items } = await listMetrics(await buildShop(ground, { serviceHours }));
    const { settings } = items.find((one) => one.key === "human.connect_within_20s")!;
    assert.deepEqual(settings.find(({ key }) => key === "serviceHours")?.value, {
      "zh-CN": "周一至周五 10:00–18:30",
      en: "Monday to Friday 10:00–18:30",
    });
  });
});
