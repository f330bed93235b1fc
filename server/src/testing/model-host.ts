import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

/** A real endpoint on this machine that speaks OpenAI's protocol: as quick, slow, broken or hostile as a test needs it. */

type ChatAsked = { messages: { role: string; content: string }[]; stream?: boolean; [name: string]: unknown };

/** What it does with a question. `pieces` are sent one by one. */
export type ChatAct =
  | { do: "say"; pieces: string[]; beforeMs?: number; betweenMs?: number; usage?: [number, number] | null }
  /** Sends the pieces and breaks the connection. */
  | { do: "cut"; pieces: string[] }
  /** Ends as it should, but without ever saying that it is done. */
  | { do: "stop short"; pieces: string[] }
  | { do: "garbage"; pieces: string[] }
  | { do: "whole"; text: string }
  /** Says that it is done, and doesn't end. */
  | { do: "linger"; text: string }
  | { do: "refuse"; status: number; words?: string; retryAfter?: number }
  /** Says the piece for ever. */
  | { do: "endless"; piece: string }
  | { do: "hang" };

export type ModelHost = {
  /** With its /v1. */
  url: string;
  asked: { path: string; headers: IncomingHttpHeaders; body: Record<string, unknown> }[];
  chatsAsked: () => ChatAsked[];
  textsEmbedded: () => string[];
  /** How many connections have been opened to it. */
  connections: () => number;
  chat: (act: ChatAct | ((asked: ChatAsked) => ChatAct)) => void;
  /** What embeddings do: refuse with a status, never come, come in this time, or be this reply. */
  embedding: (act: { status: number } | { hang: true } | { afterMs: number } | { reply: unknown } | null) => void;
  close: () => Promise<void>;
};

const width = 64;

export async function openModelHost({
  key,
  concepts = [],
  port = 0,
}: {
  key?: string;
  /** Words that mean the same to its embeddings. */
  concepts?: readonly (readonly string[])[];
  port?: number;
} = {}): Promise<ModelHost> {
  let chat: ChatAct | ((asked: ChatAsked) => ChatAct) = { do: "say", pieces: ["你好"] };
  let embedding: { status: number } | { hang: true } | { afterMs: number } | { reply: unknown } | null = null;
  const asked: ModelHost["asked"] = [];

  const server = createServer(async (request, response) => {
    let text = "";
    for await (const piece of request) text += piece;
    const body = JSON.parse(text) as Record<string, unknown>;
    asked.push({ path: request.url ?? "", headers: request.headers, body });
    if (key && request.headers.authorization !== `Bearer ${key}`) return refuse(response, 401, "Incorrect API key");
    if (request.url === "/v1/chat/completions") {
      const act = typeof chat === "function" ? chat(body as ChatAsked) : chat;
      return perform(response, act).catch(() => {});
    }
    if (request.url !== "/v1/embeddings") return refuse(response, 404, "no such path");
    if (embedding && "status" in embedding) return refuse(response, embedding.status, "no");
    if (embedding && "hang" in embedding) return;
    if (embedding && "afterMs" in embedding) await wait(embedding.afterMs);
    const texts = body.input as string[];
    const data = texts.map((each, index) => ({ index, embedding: embed(each, concepts) }));
    const usage = { prompt_tokens: texts.length * 5, total_tokens: texts.length * 5 };
    const reply = embedding && "reply" in embedding ? embedding.reply : { object: "list", data, usage };
    response.setHeader("content-type", "application/json").end(JSON.stringify(reply));
  });
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    chatsAsked: () => asked.filter(({ path }) => path.endsWith("completions")).map(({ body }) => body as ChatAsked),
    connections: () => connections,
    textsEmbedded: () =>
      asked.flatMap(({ path, body }) => (path.endsWith("embeddings") ? (body.input as string[]) : [])),
    chat: (act) => {
      chat = act;
    },
    embedding: (act) => {
      embedding = act;
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

function refuse(response: ServerResponse, status: number, words: string, retryAfter?: number) {
  if (retryAfter !== undefined) response.setHeader("retry-after", String(retryAfter));
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { message: words, type: "error" } }));
}

async function perform(response: ServerResponse, act: ChatAct): Promise<void> {
  const part = (content: string) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;
  const begin = () => response.writeHead(200, { "content-type": "text/event-stream" });
  switch (act.do) {
    case "hang":
      return;
    case "refuse":
      return refuse(response, act.status, act.words ?? "no", act.retryAfter);
    case "whole": {
      const message = { role: "assistant", content: act.text };
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: "stop" }] }));
      return;
    }
    case "linger":
      begin();
      response.write(`${part(act.text)}data: [DONE]\n\n`);
      return;
    case "endless":
      begin();
      while (!response.destroyed) {
        response.write(part(act.piece));
        await wait(1);
      }
      return;
    default:
      begin();
      if (act.do === "say" && act.beforeMs) await wait(act.beforeMs);
      for (const piece of act.pieces) {
        response.write(part(piece));
        await wait(act.do === "say" ? (act.betweenMs ?? 0) : 5);
      }
  }
  if (act.do === "cut") return void response.destroy();
  if (act.do === "stop short") return void response.end();
  if (act.do === "garbage") return void response.end("data: {not json\n\n");
  response.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta: {}, finish_reason: "stop" }] })}\n\n`);
  const [prompt_tokens, completion_tokens] = act.usage ?? [100, 20];
  if (act.usage !== null)
    response.write(`data: ${JSON.stringify({ choices: [], usage: { prompt_tokens, completion_tokens } })}\n\n`);
  response.end("data: [DONE]\n\n");
}

/** Near are texts that share a concept, and a little those that share letters: always the same numbers for one text. */
function embed(text: string, concepts: readonly (readonly string[])[]): number[] {
  const vector = Array.from({ length: width }, () => 0.01);
  for (const letter of text) vector[hash(letter) % width]! += 0.25;
  for (const [at, words] of concepts.entries()) {
    if (!words.some((word) => text.includes(word))) continue;
    for (let n = 0; n < 4; n++) vector[hash(`concept ${at} ${n}`) % width]! += 3;
  }
  return vector;
}

function hash(text: string): number {
  let value = 2166136261;
  for (const letter of text) value = Math.imul(value ^ letter.codePointAt(0)!, 16777619) >>> 0;
  return value ^ (value >>> 13);
}
