import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { after, describe, test } from "node:test";
import { limits } from "@yingda/contract/limits";
import Fastify from "fastify";
import { listEvents } from "../conversations/reading.ts";
import { newId } from "../platform/ids.ts";
import { openTestGround } from "../testing/database.ts";
import { makeSurveyLinks } from "./links.ts";
import { registerSurveyPage } from "./page-routes.ts";
import { reactWithSurveys } from "./reactions.ts";
import { buildAskingShop, holdConversation } from "./testing-surveys.ts";

const { ground, clock } = await openTestGround();
const links = makeSurveyLinks("a secret of this test");
reactWithSurveys(ground, { links, senders: [] });
const http = Fastify();
await registerSurveyPage(http, ground, links);
await http.listen({ port: 0, host: "127.0.0.1" });
after(() => http.close());
const url = `http://127.0.0.1:${(http.server.address() as AddressInfo).port}`;

const ctx = await buildAskingShop(ground, { csat: { after: ["bot"] }, nps: {}, ces: { asksComment: false } });

async function openLink(survey: "csat" | "nps" | "ces", expiresInMs = 60_000) {
  const { conversationId } = await holdConversation(ctx);
  const expiresAt = new Date(clock.now().getTime() + expiresInMs);
  return { conversationId, path: `/s/${links.issue({ shopId: ctx.shopId, conversationId, survey, expiresAt })}` };
}

const read = async (path: string) => {
  const response = await fetch(url + path);
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const formIdIn = (html: string) => /name="form" value="([^"]+)"/.exec(html)![1]!;
const submit = (path: string, fields: [string, string][]) =>
  fetch(url + path, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
const answersOf = async (conversationId: string) =>
  (await listEvents(ctx, conversationId)).filter(
    (event) => event.type === "survey.answered" || event.type === "rating.given",
  );

describe("the page behind a link", () => {
  test("asks the shop's question, takes the answer into the closed conversation and says thanks", async () => {
    const { conversationId, path } = await openLink("nps");
    const page = await read(path);
    assert.equal(page.status, 200);
    assert.match(page.html, /您有多大可能把我们推荐给朋友或同事？/);
    assert.equal(page.html.match(/type="radio"/g)?.length, 11);
    assert.doesNotMatch(page.html, /<script/);
    assert.match(page.headers.get("content-security-policy")!, /default-src 'none'/);
    const reply = await submit(path, [
      ["value", "9"],
      ["comment", "  <b>很好</b>  "],
      ["form", formIdIn(page.html)],
    ]);
    assert.equal(reply.status, 303);
    const [answer] = await answersOf(conversationId);
    assert.deepEqual(answer?.body, { survey: "nps", value: 9, comment: "<b>很好</b>", via: "link" });
    assert.match((await read(reply.headers.get("location")!)).html, /谢谢/);
  });

  test("sent twice it is one answer; a new form replaces it", async () => {
    const { conversationId, path } = await openLink("ces");
    const first = formIdIn((await read(path)).html);
    for (const value of ["2", "2"]) {
      const fields: [string, string][] = [
        ["value", value],
        ["form", first],
        ["comment", "不该收下"],
      ];
      assert.equal((await submit(path, fields)).status, 303);
    }
    const again = await read(path);
    assert.match(again.html, /您已经答过了/);
    await submit(path, [
      ["value", "7"],
      ["form", formIdIn(again.html)],
    ]);
    assert.deepEqual(
      (await answersOf(conversationId)).map((event) => event.body),
      [
        { survey: "ces", value: 2, via: "link" },
        { survey: "ces", value: 7, via: "link" },
      ],
    );
  });

  test("has the score chosen that a mail's link names, stores nothing by that, and still takes another", async () => {
    const { conversationId, path } = await openLink("nps");
    const checked = async (query: string) =>
      [...(await read(`${path}${query}`)).html.matchAll(/value="(\d+)" checked/g)].map((found) => found[1]);
    assert.deepEqual(await checked("?value=0"), ["0"]);
    assert.deepEqual(await checked("?value=10"), ["10"]);
    for (const wrong of ["", "?value=11", "?value=-1", "?value=1&value=2", "?value=%22%3E%3Cb%3E"])
      assert.deepEqual(await checked(wrong), [], wrong);
    assert.deepEqual(await answersOf(conversationId), []);
    const reply = await submit(`${path}?value=9`, [
      ["value", "8"],
      ["form", formIdIn((await read(`${path}?value=9`)).html)],
    ]);
    assert.equal(reply.status, 303);
    assert.deepEqual(
      (await answersOf(conversationId)).map((event) => event.body),
      [{ survey: "nps", value: 8, via: "link" }],
    );
  });

  test("takes stars with reasons as a rating of who was there", async () => {
    const { conversationId, path } = await openLink("csat");
    const form = formIdIn((await read(path)).html);
    await submit(path, [
      ["value", "2"],
      ["reason", "slow"],
      ["reason", "unsolved"],
      ["form", form],
    ]);
    const [rating] = await answersOf(conversationId);
    assert.deepEqual(rating?.body, { target: "bot", stars: 2, reasons: ["slow", "unsolved"], via: "link" });
  });

  test("says what to do when no score, a wrong one or a broken form comes, and keeps the words", async () => {
    const { conversationId, path } = await openLink("nps");
    const form = formIdIn((await read(path)).html);
    const wrong: [string, string][][] = [
      [["form", form]],
      [
        ["value", "11"],
        ["form", form],
      ],
      [
        ["value", "-1"],
        ["form", form],
      ],
      [["value", "5"]],
    ];
    for (const fields of wrong) {
      const reply = await submit(path, [...fields, ["comment", "我的话"]]);
      assert.equal(reply.status, 400);
      const html = await reply.text();
      assert.match(html, /请先选择一个分数/);
      assert.match(html, /我的话/);
      assert.equal(html.includes('value="5" checked'), fields.length === 1 && fields[0]![1] === "5", "and the score");
    }
    const json = await fetch(url + path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"value":5}',
    });
    assert.equal(json.status, 400);
    assert.equal((await answersOf(conversationId)).length, 0);
  });

  test("opens for nobody with a broken link, an expired one, or one to what was never asked", async () => {
    const { conversationId, path } = await openLink("nps", 60_000);
    assert.equal((await read(`${path.slice(0, -2)}AA`)).status, 404);
    assert.equal((await read("/s/none")).status, 404);
    const expiresAt = new Date(clock.now().getTime() + 60_000);
    const never = links.issue({ shopId: newId(), conversationId, survey: "nps", expiresAt });
    assert.equal((await read(`/s/${never}`)).status, 404);
    const form = formIdIn((await read(path)).html);
    clock.advance(61_000);
    const late = await submit(path, [
      ["value", "5"],
      ["form", form],
    ]);
    assert.equal(late.status, 410);
    assert.match(await late.text(), /过期/);
    assert.equal((await answersOf(conversationId)).length, 0);
  });

  test("is slow to whoever answers again and again, and refuses what is too large", async () => {
    const { conversationId, path } = await openLink("nps");
    const statuses: number[] = [];
    for (let n = 0; n < 8; n++) {
      const reply = await submit(path, [
        ["value", "5"],
        ["form", newId()],
      ]);
      statuses.push(reply.status);
    }
    assert.equal(statuses[0], 303);
    assert.equal(statuses.at(-1), 429);
    assert.ok((await answersOf(conversationId)).length < 8);
    const huge = await submit(path, [["comment", "长".repeat(limits.commentCharacters * 20)]]);
    assert.equal(huge.status, 413);
  });
});
