/**
 * An embedding model on this machine, for **Settings → Models**: text in, vectors out, by OpenAI's protocol.
 *
 *   npm run embeddings -- FOLDER [--port 11435] [--host 127.0.0.1] [--file onnx/model.onnx] [--pooling cls|mean]
 *                                [--prefix "query: "]
 *
 * FOLDER holds a model as Hugging Face lays it out: tokenizer.json, and onnx/model_quantized.onnx or onnx/model.onnx. How
 * tokens become one vector --pooling says, else 1_Pooling/config.json if it is there, else the mean is taken.
 */
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { openModel } from "./model.ts";

const usualPort = "11435";

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: "string", default: usualPort },
      host: { type: "string", default: "127.0.0.1" },
      file: { type: "string" },
      pooling: { type: "string" },
      prefix: { type: "string" },
    },
  });
  const { pooling, port } = values;
  if (positionals.length !== 1) throw new Error("Which folder is the model in? npm run embeddings -- FOLDER");
  if (pooling !== undefined && pooling !== "cls" && pooling !== "mean") throw new Error("--pooling is cls or mean.");
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) throw new Error("--port is a number up to 65535.");
  const model = await openModel(positionals[0]!, { ...values, pooling }, console.log);
  // Only now what it needs is surely installed.
  const { serveModel } = await import("./http.ts");
  const server = serveModel(model, values.host);
  server.on("error", (error) => stop(error));
  server.listen(Number(port), values.host, () => {
    const { port: open } = server.address() as AddressInfo;
    const place = { "127.0.0.1": "localhost", "0.0.0.0": "this machine's name" }[values.host] ?? values.host;
    console.log(`${model.name} is ready: ${model.width} numbers for a text.`);
    console.log(`Under Settings → Models enter the address http://${place}:${open}/v1 and the model ${model.name}`);
  });
} catch (error) {
  stop(error);
}

function stop(error: unknown): never {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
