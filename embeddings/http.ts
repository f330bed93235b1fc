import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import * as z from "zod";
import type { Embedded, Model } from "./model.ts";
import { openTurns } from "./turns.ts";

/** OpenAI's protocol, as far as it goes for embeddings: POST /v1/embeddings, GET /v1/models. */

const mostBytes = 4 * 1024 * 1024;
const text = z.string().max(20_000);
const asked = z.object({
  input: z.union([text.transform((one) => [one]), z.array(text).min(1).max(2_048)]),
  encoding_format: z.enum(["float", "base64"]).default("float"),
});

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function serveModel(model: Model): Server {
  const turns = openTurns(model.embed);

  async function embed(request: IncomingMessage, response: ServerResponse): Promise<object> {
    const parsed = asked.safeParse(await readJson(request));
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0]!;
      throw new Refusal(400, `${path.join(".") || "input"}: ${message}`);
    }
    const { input, encoding_format } = parsed.data;
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const embedded = await turns.ask(input, gone.signal);
    if (!embedded) throw new Refusal(429, "too many texts are waiting; ask again in a while");
    const tokens = embedded.reduce((sum, one) => sum + one.tokens, 0);
    const write = encoding_format === "base64" ? toBase64 : ({ vector }: Embedded) => [...vector];
    return {
      object: "list",
      data: embedded.map((one, index) => ({ object: "embedding", index, embedding: write(one) })),
      model: model.name,
      usage: { prompt_tokens: tokens, total_tokens: tokens },
    };
  }

  return createServer((request, response) => {
    const send = (status: number, body: object) => {
      if (response.destroyed) return;
      if (status === 429) response.setHeader("retry-after", "5");
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    const route = `${request.method} ${request.url?.split("?")[0]}`;
    const answer =
      route === "POST /v1/embeddings"
        ? embed(request, response)
        : route === "GET /v1/models"
          ? Promise.resolve({ object: "list", data: [{ id: model.name, object: "model", owned_by: "local" }] })
          : Promise.reject(new Refusal(404, "only POST /v1/embeddings and GET /v1/models are here"));
    answer.then(
      (body) => send(200, body),
      (error: unknown) => {
        const status = error instanceof Refusal ? error.status : 500;
        send(status, {
          error: { message: error instanceof Error ? error.message : "it failed", type: "invalid_request" },
        });
      },
    );
  });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostBytes) throw new Refusal(413, `a request holds ${mostBytes} bytes at most`);
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString("utf8"));
  } catch {
    throw new Refusal(400, "the request is not JSON");
  }
}

const toBase64 = ({ vector }: Embedded): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("base64");
