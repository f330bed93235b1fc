import type { IncomingMessage } from "node:http";
import * as z from "zod";
import { type Endpoint, post, whyEnded } from "./endpoint.ts";
import { BrokenOff, hasBegun, ModelFailure } from "./failure.ts";
import { estimateTokens, type TokenCount } from "./tokens.ts";

/** POST /embeddings: texts in, one vector of length 1 for each out, in the same order. */

const largestReplyBytes = 32 * 1024 * 1024;
const mostNumbers = 8_192;

const reply = z.object({
  data: z.array(z.object({ index: z.number().int().optional(), embedding: z.array(z.unknown()).max(mostNumbers) })),
  usage: z.object({ prompt_tokens: z.number().int().nonnegative() }).nullish().catch(null),
});

export async function embedTexts(
  endpoint: Endpoint,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<{ vectors: Float32Array[]; tokens: TokenCount }> {
  const estimated = texts.reduce((sum, text) => sum + estimateTokens(text), 0);
  const response = await post(endpoint, "/embeddings", { model: endpoint.model, input: texts }, signal).catch(
    (error) => {
      throw hasBegun(error) ? new BrokenOff(error, { tokensIn: estimated, tokensOut: 0, isEstimated: true }) : error;
    },
  );
  const parsed = reply.safeParse(await readJson(response, signal));
  if (!parsed.success) throw new ModelFailure("format", "the reply holds no embeddings");
  const { data, usage } = parsed.data;
  if (data.length !== texts.length)
    throw new ModelFailure("format", `${data.length} embeddings came for ${texts.length} texts`);
  const vectors: Float32Array[] = [];
  for (const [place, { index = place, embedding }] of data.entries()) vectors[index] = toUnit(embedding);
  const width = vectors[0]?.length;
  for (let at = 0; at < texts.length; at++)
    if (!width || vectors[at]?.length !== width)
      throw new ModelFailure("format", "embeddings are missing or differ in length");
  const tokensIn = usage?.prompt_tokens ?? estimated;
  return { vectors, tokens: { tokensIn, tokensOut: 0, isEstimated: !usage } };
}

function toUnit(numbers: readonly unknown[]): Float32Array {
  let square = 0;
  const vector = Float32Array.from(numbers, (each) => {
    if (typeof each !== "number") throw new ModelFailure("format", "an embedding holds something that is no number");
    square += each * each;
    return each;
  });
  if (!(square > 0 && Number.isFinite(square))) throw new ModelFailure("format", "an embedding has no direction");
  const length = Math.sqrt(square);
  for (let at = 0; at < vector.length; at++) vector[at]! /= length;
  return vector;
}

async function readJson(response: IncomingMessage, signal: AbortSignal): Promise<unknown> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of response as AsyncIterable<Buffer>) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes > largestReplyBytes) throw new ModelFailure("too_long", "the reply does not end");
    }
  } catch (error) {
    throw whyEnded(error, signal);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString("utf8"));
  } catch {
    throw new ModelFailure("format", "the reply is not JSON");
  }
}
