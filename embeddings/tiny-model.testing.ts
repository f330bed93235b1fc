import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The smallest model there can be, written as ONNX's protocol buffers (onnx.proto3): each token's row of one table is its
 * vector. Characters of one group mean the same.
 */
export function writeTinyModel(
  folder: string,
  { groups, pooling, file = "onnx/model.onnx" }: { groups: readonly string[]; pooling?: "cls"; file?: string },
): void {
  const special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"];
  const letters = [...new Set(groups.join(""))];
  const vocabulary = [...special, ...letters];
  const width = Math.max(16, groups.length + special.length);
  const table = new Float32Array(vocabulary.length * width);
  for (const [row, token] of vocabulary.entries()) {
    const group = groups.findIndex((each) => each.includes(token));
    table[row * width + (group >= 0 ? special.length + group : row)] = token.startsWith("[") ? 0.1 : 1;
  }
  const files = {
    [file]: onnx(table, [vocabulary.length, width]),
    "tokenizer.json": JSON.stringify(tokenizer(vocabulary)),
    "tokenizer_config.json": JSON.stringify({ model_max_length: 16 }),
    ...(pooling && { "1_Pooling/config.json": JSON.stringify({ pooling_mode_cls_token: true }) }),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

const tokenizer = (vocabulary: readonly string[]) => ({
  version: "1.0",
  truncation: null,
  padding: null,
  added_tokens: ["[PAD]", "[UNK]", "[CLS]", "[SEP]"].map((content, id) => ({
    ...{ id, content, special: true, single_word: false, lstrip: false, rstrip: false, normalized: false },
  })),
  normalizer: {
    type: "BertNormalizer",
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: "BertPreTokenizer" },
  post_processor: {
    type: "TemplateProcessing",
    single: [special("[CLS]"), { Sequence: { id: "A", type_id: 0 } }, special("[SEP]")],
    pair: [special("[CLS]"), { Sequence: { id: "A", type_id: 0 } }, special("[SEP]")],
    special_tokens: Object.fromEntries(
      ["[CLS]", "[SEP]"].map((id) => [id, { id, ids: [vocabulary.indexOf(id)], tokens: [id] }]),
    ),
  },
  decoder: null,
  model: {
    type: "WordPiece",
    unk_token: "[UNK]",
    continuing_subword_prefix: "##",
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(vocabulary.map((token, id) => [token, id])),
  },
});
const special = (id: string) => ({ SpecialToken: { id, type_id: 0 } });

type Field = Uint8Array;
const varint = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(Math.floor(value / 0x80))];
const number = (field: number, value: number): Field => Uint8Array.from([...varint(field << 3), ...varint(value)]);
const bytes = (field: number, value: Uint8Array): Field =>
  Buffer.concat([Uint8Array.from([...varint((field << 3) | 2), ...varint(value.length)]), value]);
const words = (field: number, value: string): Field => bytes(field, Buffer.from(value));
const message = (field: number, ...fields: Field[]): Field => bytes(field, Buffer.concat(fields));

const types = { float: 1, int64: 7 };
const usual = { irVersion: 8, opset: 17 };

function onnx(table: Float32Array, dims: [number, number]): Uint8Array {
  const value = (field: number, name: string, type: number, ...axes: (string | number)[]) =>
    message(
      field,
      words(1, name),
      message(
        2,
        message(
          1,
          number(1, type),
          message(2, ...axes.map((axis) => message(1, typeof axis === "number" ? number(1, axis) : words(2, axis)))),
        ),
      ),
    );
  const raw = new Uint8Array(table.buffer, table.byteOffset, table.byteLength);
  const graph = message(
    7,
    message(1, words(1, "table"), words(1, "input_ids"), words(2, "last_hidden_state"), words(4, "Gather")),
    words(2, "tiny"),
    message(5, number(1, dims[0]), number(1, dims[1]), number(2, types.float), words(8, "table"), bytes(9, raw)),
    value(11, "input_ids", types.int64, "texts", "tokens"),
    value(11, "attention_mask", types.int64, "texts", "tokens"),
    value(12, "last_hidden_state", types.float, "texts", "tokens", dims[1]),
  );
  return Buffer.concat([number(1, usual.irVersion), message(8, words(1, ""), number(2, usual.opset)), graph]);
}
