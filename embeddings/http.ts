import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import * as z from "zod";
import type { Embedded, Model } from "./model.ts";
import { openTurns } from "./turns.ts";

/** OpenAI's protocol, as far as it goes for embeddings: POST /v1/embeddings, GET /v1/models. */

const most = { bytes: 4 * 1024 * 1024, heard: 64 * 1024 * 1024, texts: 2_048, characters: 20_000 };
/** Longer than whoever asks keeps a connection, or a question would meet one that is just being closed. */
const keptMs = 120_000;
const text = z.string().max(most.characters, `a text has ${most.characters} characters at most`);
const asked = z.object({
  input: z.union([text.transform((one) => [one]), z.array(text).min(1).max(most.texts)], {
    error: `one text or 1 to ${most.texts}, each of ${most.characters} characters at most`,
  }),
  model: z.string().optional(),
  dimensions: z.number().optional(),
  encoding_format: z.enum(["float", "base64"]).default("float"),
});

class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** `host`: where it listens; on this machine alone, only what calls it by a name of this machine is heard. */
export function serveModel(model: Model, host: string): Server {
  const turns = openTurns(model.embed);

  async function embed(request: IncomingMessage, response: ServerResponse): Promise<object> {
    const parsed = asked.safeParse(await readJson(request));
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0]!;
      throw new Refusal(400, `${path.join(".") || "input"}: ${message}`);
    }
    const { input, model: wanted = model.name, dimensions = model.width, encoding_format } = parsed.data;
    if (wanted !== model.name) throw new Refusal(404, `the model here is ${model.name}, not ${wanted.slice(0, 100)}`);
    if (dimensions !== model.width) throw new Refusal(400, `dimensions: the model has ${model.width}`);
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

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<object> {
    // A page in somebody's browser is none of those who ask here, whatever name leads it to this machine.
    if (request.headers.origin !== undefined) throw new Refusal(403, "not for web pages");
    if (isLocal(host) && !isLocal(hostOf(request))) throw new Refusal(403, "call it localhost");
    const route = `${request.method} ${request.url?.split("?")[0]}`;
    if (route === "POST /v1/embeddings") return embed(request, response);
    if (route === "GET /v1/models")
      return { object: "list", data: [{ id: model.name, object: "model", owned_by: "local" }] };
    throw new Refusal(404, "only POST /v1/embeddings and GET /v1/models are here");
  }

  const server = createServer((request, response) => {
    const send = (status: number, body: object) => {
      if (response.destroyed) return;
      if (status === 429) response.setHeader("retry-after", "5");
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    };
    answer(request, response).then(
      (body) => send(200, body),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : "it failed";
        send(error instanceof Refusal ? error.status : 500, { error: { message, type: "invalid_request_error" } });
      },
    );
  });
  server.keepAliveTimeout = keptMs;
  return server;
}

const isLocal = (name: string): boolean => ["localhost", "127.0.0.1", "[::1]", "::1"].includes(name);
const hostOf = ({ headers }: IncomingMessage): string => (headers.host ?? "").replace(/:\d+$/, "");

/** What is too long is heard out, up to a point, so that whoever sends it can hear why it is refused. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes <= most.bytes) pieces.push(piece);
    else if (bytes > most.heard) break;
  }
  if (bytes > most.bytes) throw new Refusal(413, `a request holds ${most.bytes} bytes at most`);
  try {
    return JSON.parse(Buffer.concat(pieces).toString("utf8"));
  } catch {
    throw new Refusal(400, "the request is not JSON");
  }
}

const toBase64 = ({ vector }: Embedded): string =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString("base64");
