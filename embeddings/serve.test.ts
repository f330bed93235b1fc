import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { embedTexts } from "../server/src/models/embedding-call.ts";
import { writeTinyModel } from "./tiny-model.testing.ts";
import { openTurns } from "./turns.ts";

/** The command as it is called, a real model in ONNX, and the product's own way of asking. */

const home = mkdtempSync(join(tmpdir(), "yingda-embeddings-"));
const groups = ["退还", "货物品", "发寄", "票据", "a"];
const running: ChildProcess[] = [];
after(() => {
  for (const child of running) child.kill();
  rmSync(home, { recursive: true });
});

function startCommand(folder: string, ...options: string[]) {
  const args = [join(import.meta.dirname, "serve.ts"), folder, "--port", "0", ...options];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (piece) => (said += piece));
  return { child, said: () => said };
}

async function openModelAt(folder: string, ...options: string[]): Promise<Opened> {
  const { child, said } = startCommand(folder, ...options);
  const ended = once(child, "close");
  while (!said().includes("the model ")) {
    await Promise.race([once(child.stdout, "data"), ended]);
    assert.equal(child.exitCode, null, said());
  }
  return { url: /http:\S+\/v1/.exec(said())![0], name: /the model (\S+)/.exec(said())![1]! };
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, each, at) => sum + each * b[at]!, 0);

type Opened = { url: string; name: string };
const embed = ({ url, name }: Opened, ...texts: string[]) =>
  embedTexts({ baseUrl: url, key: null, model: name }, texts, AbortSignal.timeout(20_000));

describe("a model in a folder", () => {
  let tiny: Opened;
  before(async () => {
    writeTinyModel(join(home, "tiny"), { groups });
    tiny = await openModelAt(join(home, "tiny"));
  });
  const post = (body: object | string) =>
    fetch(`${tiny.url}/embeddings`, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });

  test("brings near what means the same, and keeps apart what doesn't", async () => {
    const { vectors, tokens } = await embed(tiny, "退货", "还物", "发票");
    assert.ok(dot(vectors[0]!, vectors[1]!) > 0.99);
    assert.ok(dot(vectors[0]!, vectors[2]!) < 0.2);
    assert.deepEqual(tokens, { tokensIn: 12, tokensOut: 0, isEstimated: false });
  });

  test("says the same of a text alone and beside others, and reads no further than the model", async () => {
    const [alone] = (await embed(tiny, "退货")).vectors;
    const { vectors, tokens } = await embed(tiny, "退".repeat(500), ...Array.from({ length: 20 }, () => "退货"));
    for (const vector of vectors.slice(1)) assert.deepEqual(vector, alone);
    assert.ok(Math.abs(dot(vectors[0]!, vectors[0]!) - 1) < 1e-5);
    assert.equal(tokens.tokensIn, 16 + 20 * 4);
  });

  test("speaks OpenAI's protocol to others too", async () => {
    const reply = (await (await post({ input: "退货", encoding_format: "base64" })).json()) as {
      data: { embedding: string }[];
      model: string;
    };
    const numbers = new Float32Array(Uint8Array.from(Buffer.from(reply.data[0]!.embedding, "base64")).buffer);
    assert.ok(dot(numbers, (await embed(tiny, "退货")).vectors[0]!) > 0.999_99);
    assert.equal(reply.model, "tiny@mean");
    assert.match(await (await fetch(`${tiny.url}/models`)).text(), /"id":"tiny@mean"/);
  });

  test("says what is wrong with what is asked, and goes on", async () => {
    for (const [body, status, words] of [
      ["{", 400, "not JSON"],
      [{}, 400, "one text or 1 to 2048"],
      [{ input: [] }, 400, "input: "],
      [{ input: [1, 2] }, 400, "20000 characters"],
      [{ input: "x".repeat(30_000) }, 400, "20000 characters"],
      [{ input: "x".repeat(5_000_000) }, 413, "bytes at most"],
      [{ input: "x", model: "text-embedding-3-large" }, 404, "the model here is tiny@mean"],
      [{ input: "x", dimensions: 3 }, 400, "the model has 16"],
    ] as const) {
      const reply = await post(body);
      assert.equal(reply.status, status);
      assert.match(JSON.stringify(await reply.json()), new RegExp(words));
    }
    assert.equal((await fetch(`${tiny.url}/chat/completions`, { method: "POST" })).status, 404);
    assert.equal((await embed(tiny, "", "😀\u0000", "退货")).vectors.length, 3);
  });

  test("hears no web page, by whatever name it comes", async () => {
    const statusWith = async (headers: Record<string, string>) => {
      const asking = request(`${tiny.url}/models`, { headers }).end();
      const [reply] = (await once(asking, "response")) as [IncomingMessage];
      reply.resume();
      return reply.statusCode;
    };
    assert.equal(await statusWith({}), 200);
    assert.equal(await statusWith({ origin: "https://evil.example" }), 403);
    assert.equal(await statusWith({ host: "evil.example" }), 403);
  });
});

test("takes the first token where the model's folder says so, the mean where the caller does, and has a name for each", async () => {
  writeTinyModel(join(home, "first"), { groups, pooling: "cls", file: "model.onnx" });
  const first = await openModelAt(join(home, "first"));
  const { vectors } = await embed(first, "退货", "发票");
  assert.ok(dot(vectors[0]!, vectors[1]!) > 0.99, "all begin with the same token");
  const mean = await openModelAt(join(home, "first"), "--pooling", "mean", "--prefix", "a");
  const others = (await embed(mean, "退货", "发票")).vectors;
  assert.ok(dot(others[0]!, others[1]!) < 0.6);
  assert.deepEqual([first.name, mean.name], ["first@cls", "first@mean@a"]);
});

test("says what a folder lacks, and ends", async () => {
  writeTinyModel(join(home, "broken"), { groups });
  writeFileSync(join(home, "broken/tokenizer.json"), "{");
  writeTinyModel(join(home, "last"), { groups });
  mkdirSync(join(home, "last/1_Pooling"));
  writeFileSync(join(home, "last/1_Pooling/config.json"), JSON.stringify({ pooling_mode_lasttoken: true }));
  for (const [folder, words] of [
    ["nowhere", /no ONNX model in .*nowhere/],
    ["broken", /tokenizer\.json is not JSON/],
    ["last", /wants pooling_mode_lasttoken/],
  ] as const) {
    const { child, said } = startCommand(join(home, folder));
    const [code] = await once(child, "close");
    assert.equal(code, 1);
    assert.match(said(), words);
    assert.doesNotMatch(said(), /at .*\.ts:\d+/);
  }
});

describe("the turns", () => {
  const one = { vector: Float32Array.of(1), tokens: 1 };
  const never = new AbortController().signal;
  const wordings = (count: number) => Array.from({ length: count }, (_, at) => `wording ${at}`);

  test("a question waits for one text of a long list, not for all of it", async () => {
    const order: string[] = [];
    const turns = openTurns(async (text) => {
      order.push(text);
      return one;
    });
    const list = turns.ask(wordings(40), never);
    await turns.ask(["question"], never);
    assert.deepEqual(order, ["wording 0", "question"]);
    assert.equal((await list)!.length, 40);
  });

  test("what nobody waits for any more is left out, what fails fails alone, and too much is refused, but for a question", async () => {
    const turns = openTurns(async (text) => {
      if (text === "bad") throw new Error("bad");
      return one;
    });
    const gone = new AbortController();
    const left = turns.ask(wordings(8_000), gone.signal);
    const bad = turns.ask(["bad"], never);
    assert.equal(await turns.ask(wordings(300), never), null);
    const good = turns.ask(["good"], never);
    gone.abort();
    const [first, second, third] = await Promise.allSettled([left, bad, good]);
    assert.equal(first.status, "rejected");
    assert.equal(second.status === "rejected" && String(second.reason), "Error: bad");
    assert.deepEqual(third.status === "fulfilled" && third.value, [one]);
  });
});
