import type { IncomingMessage } from "node:http";
import * as z from "zod";
import { type Endpoint, post, whyEnded } from "./endpoint.ts";
import { BrokenOff, hasBegun, ModelFailure, toFailure } from "./failure.ts";
import { estimateTokens, type TokenCount } from "./tokens.ts";

/** POST /chat/completions as a stream: words as they come, and at the end how many tokens they were. */

export type ChatMessage = { role: "system" | "user" | "assistant"; content: string };
type ChatAsk = {
  messages: readonly ChatMessage[];
  maxTokens: number;
  signal: AbortSignal;
  /** Gets each piece as it comes; may throw to end the call. */
  onText?: (piece: string) => void;
};

const largestReplyBytes = 512 * 1024;
const leftMs = 1_000;

const usage = z.object({
  prompt_tokens: z.number().int().nonnegative(),
  completion_tokens: z.number().int().nonnegative(),
});
const part = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        message: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  usage: usage.nullish().catch(null),
});

export async function streamChat(
  endpoint: Endpoint,
  { messages, maxTokens, signal, onText }: ChatAsk,
): Promise<{ text: string; tokens: TokenCount }> {
  const asked = { model: endpoint.model, messages, stream: true };
  let text = "";
  let counted: z.infer<typeof usage> | null = null;
  let hasEnded = false;
  const tokens = (): TokenCount =>
    counted
      ? { tokensIn: counted.prompt_tokens, tokensOut: counted.completion_tokens, isEstimated: false }
      : {
          tokensIn: messages.reduce((sum, { content }) => sum + estimateTokens(content), 0),
          tokensOut: estimateTokens(text),
          isEstimated: true,
        };
  const response = await postWithWishes(endpoint, asked, maxTokens, signal).catch((error) => {
    throw hasBegun(error) ? new BrokenOff(error, tokens()) : error;
  });
  const lines = linesOf(response);
  try {
    for (;;) {
      const { value: line, done } = await lines.next();
      if (done) break;
      if (line === "[DONE]") {
        hasEnded = true;
        break;
      }
      const read = readPart(line);
      counted = read.usage ?? counted;
      for (const { delta, message, finish_reason } of read.choices.slice(0, 1)) {
        const piece = delta?.content ?? message?.content ?? "";
        text += piece;
        if (piece) onText?.(piece);
        if (finish_reason === "length") throw new ModelFailure("too_long", "the answer was cut at its longest");
        if (finish_reason) hasEnded = true;
      }
    }
    if (!hasEnded) throw new ModelFailure("lost", "the reply broke off");
  } catch (error) {
    response.destroy();
    const why = error instanceof ModelFailure ? error : whyEnded(error, signal);
    throw new BrokenOff(why, tokens());
  }
  void finish(response, lines);
  return { text, tokens: tokens() };
}

/** Reads what is left, which is nothing as a rule: only a connection whose reply was read to its end can be used again. */
async function finish(response: IncomingMessage, lines: AsyncGenerator<string>): Promise<void> {
  const timer = setTimeout(() => response.destroy(), leftMs);
  try {
    for (let isDone = false; !isDone; ) isDone = (await lines.next()).done === true;
  } catch {
    // Nobody waits for it: the connection is given up.
  } finally {
    clearTimeout(timer);
  }
}

/** Not every endpoint knows every wish; one that it names in its refusal is left out. Nothing was written by then. */
async function postWithWishes(endpoint: Endpoint, asked: object, maxTokens: number, signal: AbortSignal) {
  const wishes: Record<string, unknown> = {
    temperature: 0,
    max_tokens: maxTokens,
    stream_options: { include_usage: true },
  };
  for (;;) {
    try {
      return await post(endpoint, "/chat/completions", { ...asked, ...wishes }, signal);
    } catch (error) {
      const { problem, message } = toFailure(error);
      const unknown = problem === "rejected" ? Object.keys(wishes).find((name) => message.includes(name)) : undefined;
      if (!unknown) throw error;
      delete wishes[unknown];
    }
  }
}

function readPart(line: string): z.infer<typeof part> {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new ModelFailure("format", "a part of the reply is not JSON");
  }
  const failure = z.object({ error: z.union([z.string(), z.object({ message: z.string() })]) }).safeParse(json);
  if (failure.success) {
    const { error } = failure.data;
    throw new ModelFailure("server", typeof error === "string" ? error : error.message);
  }
  const parsed = part.safeParse(json);
  if (!parsed.success) throw new ModelFailure("format", "a part of the reply is not as agreed");
  return parsed.data;
}

/** The data of server-sent events, one by one; or, from an endpoint that doesn't stream, its one reply. */
async function* linesOf(response: IncomingMessage): AsyncGenerator<string> {
  const isStream = /event-stream/.test(response.headers["content-type"] ?? "");
  let rest = "";
  let bytes = 0;
  response.setEncoding("utf8");
  for await (const piece of response as AsyncIterable<string>) {
    bytes += piece.length;
    if (bytes > largestReplyBytes) throw new ModelFailure("too_long", "the reply does not end");
    rest += piece;
    if (!isStream) continue;
    const lines = rest.split(/\r\n|\r|\n/);
    rest = lines.pop()!;
    for (const line of lines) if (line.startsWith("data:")) yield line.slice(5).trim();
  }
  if (!isStream) yield rest;
  else if (rest.startsWith("data:")) yield rest.slice(5).trim();
}
