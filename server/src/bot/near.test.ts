import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { routes } from "@yingda/contract/routes";
import { is, openShop, openTestApp, signIn, untilKnown, visit } from "../testing/app.ts";
import { act, text } from "../testing/build.ts";
import { type ModelHost, openModelHost } from "../testing/model-host.ts";

/** A customer's words that share no letter with the knowledge, the whole server, and an embedding model. */

const concepts = [
  ["薅羊毛", "优惠", "打折"],
  ["发货", "寄出"],
  ["退货", "不想要"],
  ["发票", "报销"],
  ["尺码", "大小"],
];
const knowledge: [string, string[], string][] = [
  ["有什么优惠活动", ["现在打折不", "有没有优惠"], "新客首单减15元，会员日全场九折。"],
  ["多久发货", ["什么时候寄出", "今天能发货吗"], "24小时内发货。"],
  ["怎么退货", ["不想要了怎么办", "退货流程"], "在订单里申请。"],
  ["开发票", ["报销要发票", "电子发票"], "订单完成后在线申请。"],
  ["尺码怎么选", ["大小合适吗", "尺码表在哪"], "按平时的尺码选。"],
];
/** To the engine this has nothing to do with the first entry. */
const question = "想薅羊毛";

const testApp = await openTestApp();
const shop = await openShop(testApp);
const owner = await signIn(testApp, shop, { role: "admin" });
let host: ModelHost;
before(async () => {
  host = await openModelHost({ concepts });
  for (const [asked, similar, answer] of knowledge)
    await owner.call(routes.createEntry, { question: asked, similar, answerHtml: `<p>${answer}</p>` });
  await untilKnown(
    owner,
    knowledge.map(([asked]) => asked),
  );
});
after(() => host.close());

const setUp = (kind: "chat" | "embedding", isOn = true) =>
  owner.call(routes.saveModel, {
    ...{ kind, baseUrl: host.url, model: "small", isOn },
    ...{ priceIn: null, priceOut: null, dailyTokens: null },
  });
async function ask(words: string) {
  const customer = await visit(testApp.url, shop.widgetKey);
  customer.send({ t: "send", clientId: act(), content: text(words) });
  const { events } = await customer.until(
    is("events", (push) => push.events.some((event) => event.type === "bot.answered")),
  );
  customer.close();
  return events.find((event) => event.type === "bot.answered")!.body;
}

describe("a question in quite other words", () => {
  test("is not known to the engine alone", async () => {
    const answer = await ask(question);
    assert.equal(answer.outcome, "unknown");
    assert.ok(!answer.options?.some((option) => option.question === "有什么优惠活动"));
  });

  test("gets the entry that an embedding model finds near recommended, and the test bench says why", async () => {
    await setUp("embedding");
    for (let n = 0; n < 100; n++) {
      const { embedded } = await owner.call(routes.getModels);
      if (embedded?.done === embedded?.wordings) break;
      await wait(50);
    }
    await testApp.app.ground.bus.settled();
    const answer = await ask(question);
    assert.equal(answer.options?.[0]?.question, "有什么优惠活动");
    const bench = await owner.call(routes.ask, { text: question });
    const near = bench.candidates[0]!.signals.find(({ name }) => name === "near");
    assert.ok(near && near.value > 0.5, JSON.stringify(near));
    const { grounds, unaided, score } = bench.candidates[0]!;
    assert.deepEqual(
      grounds.map(({ part }) => part),
      ["model"],
    );
    assert.ok(grounds[0]!.odds > 1 && unaided < score, JSON.stringify({ grounds, unaided, score }));
    assert.equal((await owner.call(routes.askWritten, { text: question })).outcome, "not_asked");
  });

  test("is answered from that entry where there is a chat model too", async () => {
    await setUp("chat");
    host.chat(({ messages }) => {
      assert.match(messages[1]!.content, /number="1">\n有什么优惠活动\n新客首单减15元/);
      return { do: "say", pieces: ["新客首单减15元，会员日全场九折。[1]"] };
    });
    const answer = await ask(question);
    assert.equal(answer.text, "新客首单减15元，会员日全场九折。");
    assert.deepEqual([answer.generated, answer.sources![0]!.question], [true, "有什么优惠活动"]);
    assert.equal((await owner.call(routes.ask, { text: question })).mayBeWritten, true);
  });

  test("is written on the test bench when somebody wants to see it: what passes, what doesn't and why", async () => {
    const tried = () => owner.call(routes.askWritten, { text: question });
    const countOf = async () => (await owner.call(routes.getModelUsage, {})).days.find(({ kind }) => kind === "chat")!;
    const before = await countOf();
    const good = await tried();
    assert.deepEqual([good.outcome, good.text], ["used", "新客首单减15元，会员日全场九折。"]);
    assert.deepEqual([good.sources.map((each) => each.question), good.refused], [["有什么优惠活动"], null]);

    host.chat({ do: "say", pieces: ["新客首单减15元。[1]", "会员日全场五折。[1]"] });
    const bad = await tried();
    assert.deepEqual([bad.outcome, bad.text], ["rejected", "新客首单减15元。"]);
    const { fault, text: words, sources } = bad.refused!;
    assert.deepEqual([fault, words, sources[0]!.question], ["quantity", "会员日全场五折。", "有什么优惠活动"]);
    host.chat({ do: "say", pieces: ["新客首单减15元。"] });
    assert.equal((await tried()).refused!.fault, "no_entry");

    host.chat({ do: "say", pieces: ["UNKNOWN"] });
    assert.equal((await tried()).outcome, "declined");
    host.chat({ do: "refuse", status: 401 });
    const failed = await tried();
    assert.deepEqual([failed.outcome, failed.problem], ["failed", "key"]);
    assert.ok(failed.given.length > 0);

    // Calls may be paid for; answers are what customers were given.
    const after = await countOf();
    assert.equal(after.calls, before.calls + 5);
    assert.deepEqual([after.used, after.rejected, after.declined], [before.used, before.rejected, before.declined]);
    await setUp("chat", false);
  });

  test("is left to the engine within a second when the model does not answer", async () => {
    host.embedding({ hang: true });
    const startedMs = performance.now();
    assert.equal((await ask("还想薅羊毛")).outcome, "unknown");
    assert.ok(performance.now() - startedMs < 5_000);
    host.embedding(null);
  });
});
