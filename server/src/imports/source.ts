import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { AppError } from "../platform/errors.ts";

/** From an uploaded file to its text, piece by piece. What the text says is not known here. */

export type Encoding = "utf-8" | "utf-16le" | "gb18030";
export type LogSource = { bytes: Uint8Array; format: "jsonl" | "csv" | "xlsx"; encoding: Encoding };

/** Unpacked. A gzip of a megabyte may hold gigabytes. */
const unpackedBytes = 512 * 1024 * 1024;
const pieceBytes = 256 * 1024;
/** As far as one looks for the first character that tells JSON from a table. */
const headCharacters = 64 * 1024;

type Unreadable = "empty" | "gzip" | "workbook" | "encoding" | "json_array" | "no_table";

export function unreadable(why: Unreadable, message: string): AppError {
  return new AppError("unreadable_file", message, { why });
}

/** What the file is, by its bytes: its name says nothing. Throws unreadable_file with details.why, or too_large. */
export async function openSource(bytes: Uint8Array): Promise<LogSource> {
  // Its cells are text already; the reader of workbooks finds out whether it is one.
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return { bytes, format: "xlsx", encoding: "utf-8" };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf)
    throw unreadable("workbook", "This is a workbook of an old kind (.xls). Save it as .xlsx or CSV and import that.");
  const encoding = await findEncoding(bytes);
  const format = await findFormat(bytes, encoding);
  return { bytes, format, encoding };
}

/** UTF-8 with or without its mark, UTF-16 as Excel's "Unicode text" has it, or the Chinese code page of Windows. */
async function findEncoding(bytes: Uint8Array): Promise<Encoding> {
  const possible = new Map<Encoding, InstanceType<typeof TextDecoder>>();
  let isFirst = true;
  for await (const piece of readPieces(bytes)) {
    if (isFirst) {
      isFirst = false;
      const hasMark = piece[0] === 0xff && piece[1] === 0xfe;
      for (const name of hasMark ? (["utf-16le"] as const) : (["utf-8", "gb18030"] as const))
        possible.set(name, new TextDecoder(name, { fatal: true }));
      // Text has no such byte, but in UTF-16.
      if (!hasMark && piece.includes(0)) possible.clear();
    }
    keepPossible(possible, piece);
    if (possible.size === 0) break;
  }
  if (isFirst) throw unreadable("empty", "The file is empty.");
  keepPossible(possible, null);
  const [found] = possible.keys();
  if (!found) throw unreadable("encoding", "The file is not text in UTF-8, UTF-16 or GB18030.");
  return found;
}

/** Takes away the encodings in which these bytes mean nothing; null: the end, which must not cut a character. */
function keepPossible(possible: Map<Encoding, InstanceType<typeof TextDecoder>>, piece: Uint8Array | null): void {
  for (const [name, decoder] of possible) {
    try {
      if (piece) decoder.decode(piece, { stream: true });
      else decoder.decode();
    } catch {
      possible.delete(name);
    }
  }
}

async function findFormat(bytes: Uint8Array, encoding: Encoding): Promise<"jsonl" | "csv"> {
  let head = "";
  for await (const text of readText(bytes, encoding)) {
    head += text;
    if (head.trim() !== "" && (/\S[\s\S]*\n/.test(head) || head.length > headCharacters)) break;
  }
  const start = head.trimStart();
  if (start === "") throw unreadable("empty", "The file is empty.");
  if (start.startsWith("{")) return "jsonl";
  if (/^\[\s*[[{\]]/.test(start))
    throw unreadable("json_array", "This is one JSON list. Save it with one object per line (JSONL).");
  if (/[,;\t]/.test(start.slice(0, start.search(/[\r\n]|$/)))) return "csv";
  throw unreadable("no_table", "This is neither JSONL (one object per line) nor a CSV table with a heading.");
}

/** The file's text in pieces, without a byte order mark. */
export async function* readText(bytes: Uint8Array, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of readPieces(bytes)) {
    const text = decoder.decode(piece, { stream: true });
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

async function* readPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isPacked) {
    yield* slices(bytes);
    return;
  }
  let unpacked = 0;
  try {
    for await (const piece of Readable.from(slices(bytes)).pipe(createGunzip())) {
      unpacked += (piece as Buffer).length;
      if (unpacked > unpackedBytes)
        throw new AppError(
          "too_large",
          `Unpacked, the file has more than ${unpackedBytes / 1024 / 1024} MB. Split it.`,
        );
      yield piece as Buffer;
    }
  } catch (error) {
    if (String((error as { code?: string }).code).startsWith("Z_"))
      throw unreadable("gzip", "The gzip file is damaged or incomplete.");
    throw error;
  }
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes);
}
