import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

async function openModelAt(folder: string, ...options: string[]): Promise<string> {
  const { child, said } = startCommand(folder, ...options);
  while (!said().includes("/v1")) {
    assert.equal(child.exitCode, null, said());
    await once(child.stdout, "data");
  }
  return /http:\S+\/v1/.exec(said())![0];
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, each, at) => sum + each * b[at]!, 0);
const embed = async (baseUrl: string, ...texts: string[]) =>
  embedTexts({ baseUrl, key: null, model: "tiny" }, texts, AbortSignal.timeout(20_000));

describe("a model in a folder", () => {
  let url: string;
  before(async () => {
    writeTinyModel(join(home, "tiny"), { groups });
    url = await openModelAt(join(home, "tiny"));
  });

  test("brings near what means the same, and keeps apart what doesn't", async () => {
    const { vectors, tokens } = await embed(url, "退货", "还物", "发票");
    assert.ok(dot(vectors[0]!, vectors[1]!) > 0.99);
    assert.ok(dot(vectors[0]!, vectors[2]!) < 0.2);
    assert.deepEqual(tokens, { tokensIn: 12, tokensOut: 0, isEstimated: false });
  });

  test("says the same of a text alone and beside longer ones, and reads no further than the model", async () => {
    const [alone] = (await embed(url, "退货")).vectors;
    const { vectors } = await embed(url, "退".repeat(500), ...Array.from({ length: 20 }, () => "退货"));
    for (const vector of vectors.slice(1)) assert.ok(dot(alone!, vector) > 0.999_99);
    assert.ok(Math.abs(dot(vectors[0]!, vectors[0]!) - 1) < 1e-5);
  });

  test("speaks OpenAI's protocol to others too", async () => {
    const body = JSON.stringify({ input: "退货", encoding_format: "base64", model: "any" });
    const reply = (await (await fetch(`${url}/embeddings`, { method: "POST", body })).json()) as {
      data: { embedding: string }[];
      model: string;
    };
    const numbers = new Float32Array(Uint8Array.from(Buffer.from(reply.data[0]!.embedding, "base64")).buffer);
    assert.ok(dot(numbers, (await embed(url, "退货")).vectors[0]!) > 0.999_99);
    assert.equal(reply.model, "tiny");
    assert.match(await (await fetch(`${url}/models`)).text(), /"id":"tiny"/);
  });

  test("says what is wrong with what is asked, and goes on", async () => {
    const ask = (body: string) => fetch(`${url}/embeddings`, { method: "POST", body });
    for (const [body, status, words] of [
      ["{", 400, "not JSON"],
      ["{}", 400, "input"],
      [JSON.stringify({ input: [] }), 400, "input"],
      [JSON.stringify({ input: [1, 2] }), 400, "input"],
      [JSON.stringify({ input: "x".repeat(5_000_000) }), 413, "bytes"],
    ] as const) {
      const reply = await ask(body);
      assert.equal(reply.status, status);
      assert.match(JSON.stringify(await reply.json()), new RegExp(words));
    }
    assert.equal((await fetch(`${url}/chat/completions`, { method: "POST" })).status, 404);
    assert.equal((await embed(url, "", "😀\u0000", "退货")).vectors.length, 3);
  });
});

test("takes the first token where the model's folder or the caller says so", async () => {
  writeTinyModel(join(home, "first"), { groups, pooling: "cls", file: "model.onnx" });
  const url = await openModelAt(join(home, "first"));
  const { vectors } = await embed(url, "退货", "发票");
  assert.ok(dot(vectors[0]!, vectors[1]!) > 0.99, "all begin with the same token");
  const mean = await embed(await openModelAt(join(home, "first"), "--pooling", "mean"), "退货", "发票");
  assert.ok(dot(mean.vectors[0]!, mean.vectors[1]!) < 0.2);
});

test("says what a folder lacks, and ends", async () => {
  writeTinyModel(join(home, "broken"), { groups });
  writeFileSync(join(home, "broken/tokenizer.json"), "{");
  for (const [folder, words] of [
    ["nowhere", /no ONNX model in .*nowhere/],
    ["broken", /tokenizer\.json is not JSON/],
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

  test("a question waits for a few texts of a long list, not for all of it", async () => {
    const order: string[] = [];
    const turns = openTurns(async (texts) => {
      order.push(texts[0]!);
      return texts.map(() => one);
    });
    const list = turns.ask(
      Array.from({ length: 40 }, (_, at) => `wording ${at}`),
      never,
    );
    await turns.ask(["question"], never);
    assert.deepEqual(order, ["wording 0", "question"]);
    assert.equal((await list)!.length, 40);
  });

  test("what nobody waits for any more is left out, what fails fails alone, and too much is refused", async () => {
    const turns = openTurns(async (texts) => {
      if (texts.includes("bad")) throw new Error("bad");
      return texts.map(() => one);
    });
    const gone = new AbortController();
    const left = turns.ask(
      Array.from({ length: 100 }, () => "wording"),
      gone.signal,
    );
    const bad = turns.ask(["bad"], never);
    const good = turns.ask(["good"], never);
    gone.abort();
    const many = Array.from({ length: 9_000 }, () => "many");
    assert.equal(await turns.ask(many, never), null);
    const [first, second, third] = await Promise.allSettled([left, bad, good]);
    assert.equal(first.status, "rejected");
    assert.equal(second.status === "rejected" && String(second.reason), "Error: bad");
    assert.deepEqual(third.status === "fulfilled" && third.value, [one]);
  });
});
