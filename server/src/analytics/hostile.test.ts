import assert from "node:assert/strict";
import { test } from "node:test";
import type { Route } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { openShop, openTestApp, signIn } from "../testing/app.ts";

const testApp = await openTestApp();
const ctx = await openShop(testApp);

const june = { from: "2026-06-01", to: "2026-06-30" };
const decade = { from: "2016-06-01", to: "2026-06-30" };
const metric = "human.average_response";
const nobody = { dimension: "shoeSize", in: ["x"] };
const many = { dimension: "agent", in: Array.from({ length: 500 }, (_, i) => String(i)) };

/** What is asked, and what the refusal names. */
const asked: [route: unknown, input: object, path: RegExp][] = [
  [routes.queryFigures, { metrics: ["no.such"], window: june }, /^metrics/],
  [routes.queryFigures, { metrics: [metric], dimensions: ["shoeSize"], window: june }, /^dimensions/],
  [routes.queryFigures, { metrics: [metric], window: decade }, /^window/],
  [routes.queryFigures, { metrics: [metric], window: { from: "2026-02-30", to: "2026-03-01" } }, /^window/],
  [routes.queryFigures, { metrics: [metric], window: june, filters: [nobody] }, /^filters/],
  [routes.queryFigures, { metrics: [metric], window: june, filters: [many] }, /^filters/],
  [routes.queryFigures, { metrics: [metric], window: june, filters: "1=1" }, /^filters/],
  [routes.queryFigures, { metrics: Array(200).fill(metric), window: june }, /^metrics/],
  [routes.queryFigures, { metrics: [metric], window: june, limit: 1e9 }, /^limit/],
  [routes.queryFigures, { metrics: [{ $gt: "" }], window: june }, /^metrics/],
  [routes.diagnose, { metric: "no.such", dimension: "agent", window: june }, /^metric/],
  [routes.diagnose, { metric, dimension: "entry", window: june }, /^dimension/],
  [routes.diagnose, { metric, dimension: "agent", window: decade }, /^window/],
  [routes.listMetricConversations, { metric: "no.such", ...june }, /^metric/],
  [routes.listMetricConversations, { metric, ...decade }, /^(from|to|window)/],
  [routes.listMetricConversations, { metric, from: june.to, to: june.from }, /^(from|to|window)/],
  [routes.listMetricConversations, { metric, from: "' or 1=1 --", to: june.to }, /^from/],
  [routes.listMetricConversations, { metric, ...june, filters: "{not json" }, /^filters/],
  [routes.listMetricConversations, { metric, ...june, filters: JSON.stringify([nobody]) }, /^filters/],
  [routes.getHome, { days: 3650 }, /^days/],
  [routes.getHome, { days: "thirty" }, /^days/],
];

test("a question that can't be answered is refused with 400 and the name of what was wrong", async () => {
  const supervisor = await signIn(testApp, ctx, { role: "supervisor" });
  for (const [route, input, path] of asked) {
    const { status, body } = await supervisor.tryCall(route as Route, input);
    const { error } = body as { error?: { code: string; message: string; fields?: { path: string }[] } };
    const told = JSON.stringify({ input, status, error }).slice(0, 600);
    assert.deepEqual([status, error?.code], [400, "invalid_input"], told);
    assert.match(error!.fields?.[0]?.path ?? "", path, told);
    assert.ok(error!.message.length > 5 && !/\n|syntax|relation|select /.test(error!.message), told);
  }
});
