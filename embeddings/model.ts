import { existsSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, resolve } from "node:path";
import { openRuntime, type Runtime, type Session, type Tensor, type Tokenizer } from "./runtime.ts";

/** A model of sentence embeddings in ONNX with its tokenizer, in a folder as Hugging Face lays such models out. */
export type Model = {
  name: string;
  width: number;
  pooling: Pooling;
  /** In the order of the texts, each of length 1; what a text has beyond what the model reads is left out. */
  embed: (texts: readonly string[]) => Promise<Embedded[]>;
};
export type Embedded = { vector: Float32Array; tokens: number };
/** How the vectors of the tokens become one: their mean, the first one's, or as the model does it itself. */
type Pooling = "mean" | "cls" | "own";
export type ModelOptions = {
  /** Within the folder; the first of `usualFiles` that is there, if none is named. */
  file?: string | undefined;
  pooling?: Exclude<Pooling, "own"> | undefined;
  /** Some models want to be told what a text is ("query: "). */
  prefix?: string | undefined;
};

const usualFiles = ["onnx/model_quantized.onnx", "onnx/model.onnx", "model_quantized.onnx", "model.onnx"];
const tokensRead = 512;
const sentenceOutput = "sentence_embedding";

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
  const pooling = session.outputNames.includes(sentenceOutput) ? "own" : (options.pooling ?? readPooling(home));
  const work = { onnx, session, tokenizer, most, pooling, prefix: options.prefix ?? "" };
  const [first] = await embedBatch(work, ["你好"]);
  return {
    name: basename(home),
    width: first!.vector.length,
    pooling,
    embed: (texts) => embedBatch(work, texts),
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

/** As sentence-transformers writes it down. */
function readPooling(home: string): Pooling {
  return readJson(join(home, "1_Pooling/config.json"))?.pooling_mode_cls_token === true ? "cls" : "mean";
}

type Work = {
  onnx: Runtime;
  session: Session;
  tokenizer: Tokenizer;
  most: number;
  pooling: Pooling;
  prefix: string;
};

async function embedBatch(work: Work, texts: readonly string[]): Promise<Embedded[]> {
  const { onnx, session, tokenizer, most, pooling, prefix } = work;
  const rows = texts.map((text) => {
    const { ids } = tokenizer.encode(prefix + text);
    return ids.length > most ? [...ids.slice(0, most - 1), ids.at(-1)!] : ids;
  });
  const width = Math.max(1, ...rows.map((row) => row.length));
  const lay = (value: (row: number[], at: number) => number) =>
    rows.flatMap((row) => Array.from({ length: width }, (_, at) => value(row, at)));
  const inputs: Record<string, Tensor> = {};
  for (const name of session.inputNames) {
    const values = lay(
      name === "input_ids"
        ? (row, at) => row[at] ?? 0
        : name === "attention_mask"
          ? (row, at) => (at < row.length ? 1 : 0)
          : name === "token_type_ids"
            ? () => 0
            : refuseInput(name),
    );
    const isShort = session.inputMetadata.find((one) => one.name === name)?.type === "int32";
    inputs[name] = isShort
      ? new onnx.Tensor("int32", Int32Array.from(values), [rows.length, width])
      : new onnx.Tensor("int64", BigInt64Array.from(values, BigInt), [rows.length, width]);
  }
  const outputs = await session.run(inputs);
  const output = outputs[pooling === "own" ? sentenceOutput : "last_hidden_state"] ?? outputs[session.outputNames[0]!]!;
  return rows.map((row, at) => ({ vector: toUnit(pool(output, at, row.length, pooling)), tokens: row.length }));
}

function refuseInput(name: string): never {
  throw new Error(`The model wants “${name}”, which only a model of text in and vectors out does without.`);
}

/** Of one text; `dims` are texts × tokens × numbers, or texts × numbers where the model pools by itself. */
function pool({ data, dims }: Tensor, text: number, tokens: number, pooling: Pooling): Float32Array {
  const numbers = dims.at(-1)!;
  const vector = new Float32Array(numbers);
  if (dims.length === 2) {
    for (let at = 0; at < numbers; at++) vector[at] = Number(data[text * numbers + at]);
    return vector;
  }
  const start = text * dims[1]! * numbers;
  const counted = pooling === "cls" ? 1 : tokens;
  for (let token = 0; token < counted; token++)
    for (let at = 0; at < numbers; at++) vector[at]! += Number(data[start + token * numbers + at]) / counted;
  return vector;
}

function toUnit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return vector.map((each) => each / length);
}
