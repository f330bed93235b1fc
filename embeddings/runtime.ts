import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

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
const installed = join(home, "node_modules/.yingda-installed");
const turn = join(home, "installing");
/** Whoever has been at it for so long was killed. */
const longestMs = 600_000;

export async function openRuntime(say: (line: string) => void): Promise<{ onnx: Runtime } & Tokenizers> {
  await installIfMissing(say);
  // By a name in a variable: to the compiler they are not there.
  const [onnx, tokenizers] = ["onnxruntime-web", "@huggingface/tokenizers"];
  const runtime: Runtime = await import(onnx);
  runtime.env.logLevel = "error";
  const { Tokenizer }: Tokenizers = await import(tokenizers);
  return { onnx: runtime, Tokenizer };
}

/** One at a time; the mark comes last, so what was broken off is done again. */
async function installIfMissing(say: (line: string) => void): Promise<void> {
  const lock = createHash("sha256")
    .update(readFileSync(join(home, "package-lock.json")))
    .digest("hex");
  const isInstalled = () => existsSync(installed) && readFileSync(installed, "utf8") === lock;
  if (isInstalled()) return;
  try {
    accessSync(home, constants.W_OK);
  } catch {
    throw new Error(
      `${home} can't be written to. Call this once as the user whom it belongs to; it installs what is missing.`,
    );
  }
  while (!takeTurn()) {
    await wait(500);
    if (isInstalled()) return;
  }
  try {
    if (isInstalled()) return;
    say("Installing what runs embedding models (once, 150 MB) …");
    install();
    writeFileSync(installed, lock);
  } finally {
    rmSync(turn, { recursive: true, force: true });
  }
}

function takeTurn(): boolean {
  try {
    mkdirSync(turn);
    return true;
  } catch {
    const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (Date.now() - since > longestMs) rmSync(turn, { recursive: true, force: true });
    return false;
  }
}

function install(): void {
  const options = ["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm, ...options]] : ["npm", options];
  const done = spawnSync(command, args, {
    cwd: home,
    stdio: ["ignore", "ignore", "inherit"],
    shell: !npm && process.platform === "win32",
  });
  if (done.error)
    throw new Error(`npm could not be started (${done.error.message}). Start this by npm run embeddings.`);
  if (done.status !== 0)
    throw new Error("npm could not install it (see above). Check the network, then run the same command again.");
}
