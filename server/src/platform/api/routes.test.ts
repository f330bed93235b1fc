import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Route } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { openShop, openTestApp, request, signIn } from "../../testing/app.ts";
import { describeApi, type Operation } from "./document.ts";
import { sketch } from "./sketch.ts";

const testApp = await openTestApp();
const ctx = await openShop(testApp);
const document = describeApi("9.9.9");

const operationOf = ({ method, path }: Route): Operation =>
  document.paths[path.replace(/:(\w+)/g, "{$1}")]![method.toLowerCase()]!;

describe("the API document", () => {
  test("has every route of the contract with its permission, and names for its parameters", () => {
    for (const [name, route] of Object.entries<Route>(routes)) {
      const operation = operationOf(route);
      assert.equal(operation.operationId, name);
      assert.equal(operation["x-permission"], route.permission);
      const inPath = operation.parameters.filter((one) => one.in === "path").map((one) => one.name);
      assert.deepEqual(inPath.sort(), [...route.path.matchAll(/:(\w+)/g)].map((match) => match[1]!).sort(), route.path);
      assert.equal(Boolean(operation.requestBody), Boolean(route.body), name);
      assert.ok(operation.responses[200] && operation.responses.default, name);
    }
    const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));
    assert.equal(operations.length, Object.keys(routes).length, "two routes have one address");
  });

  test("refers to nothing that it does not have", () => {
    const text = JSON.stringify(document);
    const refs = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/(\w+)"/g)];
    assert.ok(refs.length > 100);
    assert.equal(refs.length, text.split('"$ref"').length - 1);
    for (const [, kind, name] of refs) {
      assert.ok(name! in document.components[kind as "schemas" | "responses"], `${kind} ${name}`);
    }
  });

  test("says which input may be left out, what then counts, and how a limit reads", () => {
    const { requestBody, parameters } = operationOf(routes.queryFigures as unknown as Route);
    assert.deepEqual(parameters, []);
    const schema = requestBody!.content["application/json"]!.schema;
    const text = "$ref" in schema ? sketch(document.components.schemas.FigureQuery!) : sketch(schema);
    assert.match(text, /metrics: string \(1–80\)\[\] \(≤ \d+\)/);
    assert.match(text, /compare\?: .*@DayWindow|compare\?: @Comparison = "none"/);
    const home = operationOf(routes.getHome as unknown as Route).parameters;
    assert.deepEqual(home, [
      { name: "days", in: "query", required: false, schema: { default: 30, type: "integer", minimum: 1, maximum: 90 } },
    ]);
  });

  test("is read by staff only, as a document and as a page that runs no script", async () => {
    const agent = await signIn(testApp, ctx, { role: "agent" });
    const { openapi, info } = (await agent.call(routes.getApiDocument, {})) as { openapi: string; info?: unknown };
    assert.equal(openapi, "3.1.0");
    assert.ok(info);
    const stranger = await request(testApp.url, routes.getApiDocument as unknown as Route, {});
    assert.equal(stranger.status, 401);
    const page = await fetch(`${testApp.url}/api/docs`, { headers: { cookie: agent.cookie } });
    assert.match(page.headers.get("content-security-policy")!, /default-src 'none'/);
    const html = await page.text();
    assert.match(html, /<details id="queryFigures">/);
    assert.doesNotMatch(html, /<script/);
    const away = await fetch(`${testApp.url}/api/docs`, { redirect: "manual" });
    assert.deepEqual([away.status, away.headers.get("location")], [302, "/"]);
  });
});
