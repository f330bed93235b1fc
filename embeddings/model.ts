import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, parse, resolve } from "node:path";
import { openRuntime, type Runtime, type Session, type Tensor, type Tokenizer } from "./runtime.ts";

/** A model of sentence embeddings in ONNX with its tokenizer, in a folder as Hugging Face lays such models out. */
export type Model = {
  /** Of whatever changes the vectors: those of one name can be compared. */
  name: string;
  width: number;
  /** What the text has beyond what the model reads is left out. */
  embed: (text: string) => Promise<Embedded>;
};
/** `vector` has the length 1. */
export type Embedded = { vector: Float32Array; tokens: number };
/** How the vectors of the tokens become one: their mean, the first one's, or as the model does it itself. */
type Pooling = "mean" | "cls" | "own";
export type ModelOptions = {
  /** Within the folder; the first of `usualFiles` that is there, if none is named. */
  file?: string | undefined;
  /** Instead of what the folder says. */
  pooling?: Exclude<Pooling, "own"> | undefined;
  /** Some models want to be told what a text is ("query: "). */
  prefix?: string | undefined;
};

const usualFiles = ["onnx/model_quantized.onnx", "onnx/model.onnx", "model_quantized.onnx", "model.onnx"];
const tokensRead = 512;
const sentenceOutput = "sentence_embedding";
/** Anything else is no embedding: a class, a score, a word. */
const numbers = { fewest: 16, most: 8_192 };

export async function openModel(
  folder: string,
  options: ModelOptions,
  say: (line: string) => void = () => {},
): Promise<Model> {
  const home = resolve(folder);
  const file = options.file ?? usualFiles.find((name) => existsSync(join(home, name)));
  const needed = `A model's folder holds tokenizer.json and one of ${usualFiles.join(", ")}.`;
  if (!file || !existsSync(join(home, file))) throw new Error(`There is no ONNX model in ${home}. ${needed}`);
  const tokenizerJson = readJson(join(home, "tokenizer.json"));
  if (!tokenizerJson) throw new Error(`There is no tokenizer.json in ${home}. ${needed}`);
  const tokenizerConfig = readJson(join(home, "tokenizer_config.json")) ?? {};
  const config = readJson(join(home, "config.json")) ?? {};
  const { onnx, Tokenizer } = await openRuntime(say);
  onnx.env.wasm.numThreads = Math.max(1, Math.min(4, availableParallelism() >> 1));
  const tokenizer = new Tokenizer(tokenizerJson, tokenizerConfig);
  const session = await onnx.InferenceSession.create(readFileSync(join(home, file)), { executionProviders: ["wasm"] });
  const limits = [tokensRead, config.max_position_embeddings, tokenizerConfig.model_max_length];
  const most = Math.min(...limits.filter((limit): limit is number => typeof limit === "number" && limit > 2));
  const pooling = choosePooling(home, session, options);
  const work: Work = { onnx, session, tokenizer, most, pooling, prefix: options.prefix ?? "" };
  const { length: width } = (await embedText(work, "你好")).vector;
  if (width < numbers.fewest || width > numbers.most)
    throw new Error(
      `This model makes ${width} numbers of a text; an embedding has ${numbers.fewest} to ${numbers.most}.`,
    );
  const { name: stem } = parse(file);
  const marks = [pooling === "own" ? "" : pooling, stem === "model" ? "" : stem, work.prefix.trim()];
  return {
    name: [basename(home), ...marks.filter((mark) => mark !== "")].join("@"),
    width,
    embed: (text) => embedText(work, text),
  };
}

function readJson(file: string): Record<string, unknown> | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  } catch {
    throw new Error(`${file} is not JSON.`);
  }
}

/** The caller's word, else the folder's as sentence-transformers writes it down, else the mean. */
function choosePooling(home: string, { outputNames }: Session, { pooling }: ModelOptions): Pooling {
  if (outputNames.includes(sentenceOutput)) {
    if (pooling) throw new Error("This model makes one vector of a text by itself; leave --pooling out.");
    return "own";
  }
  if (pooling) return pooling;
  const said = readJson(join(home, "1_Pooling/config.json")) ?? {};
  const modes = Object.keys(said).filter((name) => name.startsWith("pooling_mode_") && said[name] === true);
  const [mode = "pooling_mode_mean_tokens", ...more] = modes;
  if (more.length === 0 && mode === "pooling_mode_mean_tokens") return "mean";
  if (more.length === 0 && mode === "pooling_mode_cls_token") return "cls";
  throw new Error(`This model wants ${modes.join(" and ")}; only the mean and the first token are known here.`);
}

type Work = {
  onnx: Runtime;
  session: Session;
  tokenizer: Tokenizer;
  most: number;
  pooling: Pooling;
  prefix: string;
};

/** One text at a time: beside others it would be padded to the longest, and where weights are quantised say a little else. */
async function embedText({ onnx, session, tokenizer, most, pooling, prefix }: Work, text: string): Promise<Embedded> {
  const all = tokenizer.encode(prefix + text).ids;
  const ids = all.length > most ? [...all.slice(0, most - 1), all.at(-1)!] : all;
  const inputs: Record<string, Tensor> = {};
  for (const name of session.inputNames) {
    const values = name === "input_ids" ? ids : ids.map(() => fillOf(name));
    const isShort = session.inputMetadata.find((one) => one.name === name)?.type === "int32";
    inputs[name] = isShort
      ? new onnx.Tensor("int32", Int32Array.from(values), [1, ids.length])
      : new onnx.Tensor("int64", BigInt64Array.from(values, BigInt), [1, ids.length]);
  }
  const outputs = await session.run(inputs);
  const output = outputs[pooling === "own" ? sentenceOutput : "last_hidden_state"] ?? outputs[session.outputNames[0]!]!;
  return { vector: toUnit(pool(output, pooling)), tokens: ids.length };
}

function fillOf(input: string): number {
  if (input === "attention_mask") return 1;
  if (input === "token_type_ids") return 0;
  throw new Error(`The model wants “${input}”, which a model of text in and vectors out does without.`);
}

/** `dims`: 1 × tokens × numbers, or 1 × numbers where the model pools by itself. */
function pool({ data, dims }: Tensor, pooling: Pooling): Float32Array {
  const width = dims.at(-1)!;
  const vector = new Float32Array(width);
  const counted = dims.length === 2 || pooling === "cls" ? 1 : dims[1]!;
  for (let token = 0; token < counted; token++)
    for (let at = 0; at < width; at++) vector[at]! += Number(data[token * width + at]) / counted;
  return vector;
}

function toUnit(vector: Float32Array): Float32Array {
  let square = 0;
  for (const each of vector) square += each * each;
  const length = Math.sqrt(square) || 1;
  return vector.map((each) => each / length);
}
