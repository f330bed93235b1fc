import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * What runs a model here: ONNX Runtime as WebAssembly (no native code, no script at installation, every platform), and
 * Hugging Face's tokenizers. 150 MB that nobody needs who has no such model, so they are installed when first asked for.
 */
export type Runtime = {
  env: { wasm: { numThreads: number }; logLevel: string };
  Tensor: new (type: "int64" | "int32", data: BigInt64Array | Int32Array, dims: readonly number[]) => Tensor;
  InferenceSession: { create: (model: Uint8Array, options: { executionProviders: string[] }) => Promise<Session> };
};
export type Tensor = { data: ArrayLike<number | bigint>; dims: readonly number[] };
export type Session = {
  inputNames: readonly string[];
  outputNames: readonly string[];
  inputMetadata: readonly { name: string; type?: string }[];
  run: (inputs: Record<string, Tensor>) => Promise<Record<string, Tensor>>;
};
export type Tokenizer = { encode: (text: string) => { ids: number[] } };
type Tokenizers = { Tokenizer: new (tokenizer: object, config: object) => Tokenizer };

const home = import.meta.dirname;

export async function openRuntime(say: (line: string) => void): Promise<{ onnx: Runtime } & Tokenizers> {
  installIfMissing(say);
  // By a name in a variable: to the compiler they are not there.
  const [onnx, tokenizers] = ["onnxruntime-web", "@huggingface/tokenizers"];
  const runtime: Runtime = await import(onnx);
  runtime.env.logLevel = "error";
  const { Tokenizer }: Tokenizers = await import(tokenizers);
  return { onnx: runtime, Tokenizer };
}

function installIfMissing(say: (line: string) => void): void {
  const lock = createHash("sha256")
    .update(readFileSync(join(home, "package-lock.json")))
    .digest("hex");
  const mark = join(home, "node_modules/.yingda-installed");
  if (existsSync(mark) && readFileSync(mark, "utf8") === lock) return;
  say("Installing what runs embedding models (once, 150 MB) …");
  const options = ["--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"];
  const done = spawnSync("npm", ["ci", ...options], {
    cwd: home,
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  if (done.status !== 0)
    throw new Error("npm could not install it (see above). Check the network, then run the same command again.");
  writeFileSync(mark, lock);
}
