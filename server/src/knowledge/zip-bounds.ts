import { crc32, inflateRawSync } from "node:zlib";

/**
 * A spreadsheet is a ZIP archive, and a small archive can hold a huge file. This unpacks an archive's XML parts up to
 * a bound, and packs them again without compression, so that whoever reads the result can't be surprised.
 */
export class TooMuch extends Error {}
export class NotAnArchive extends Error {}

const endMark = 0x06054b50;
const directoryMark = 0x02014b50;
const localMark = 0x04034b50;
const zip64Extra = 1;
const partsRead = 1_000;

type Part = { name: Buffer; bytes: Buffer };

export function withoutSurprises(archive: Buffer, maxBytes: number): Buffer {
  const parts: Part[] = [];
  let left = maxBytes;
  for (const { name, method, start, packed } of listParts(archive)) {
    if (!/\.(?:xml|rels)$/i.test(name.toString("latin1"))) continue;
    const raw = archive.subarray(start, start + packed);
    const bytes = method === 0 ? raw : inflate(raw, left);
    left -= bytes.length;
    if (left < 0) throw new TooMuch();
    parts.push({ name, bytes });
  }
  return packStored(parts);
}

function inflate(raw: Buffer, maxBytes: number): Buffer {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    if ((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw new TooMuch();
    throw new NotAnArchive();
  }
}

function* listParts(archive: Buffer) {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > archive.length || archive.readUInt32LE(end) !== endMark) throw new NotAnArchive();
  const count = archive.readUInt16LE(end + 10);
  if (count > partsRead) throw new TooMuch();
  let at = archive.readUInt32LE(end + 16);
  for (let n = 0; n < count; n++) {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== directoryMark) throw new NotAnArchive();
    const method = archive.readUInt16LE(at + 10);
    const nameLength = archive.readUInt16LE(at + 28);
    const [, packed, local] = sizesOf(archive, at, at + 46 + nameLength) as [number, number, number];
    const name = archive.subarray(at + 46, at + 46 + nameLength);
    if (method !== 0 && method !== 8) throw new NotAnArchive();
    if (local + 30 > archive.length || archive.readUInt32LE(local) !== localMark) throw new NotAnArchive();
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    if (start + packed > archive.length) throw new NotAnArchive();
    yield { name, method, start, packed };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/**
 * Unpacked size, packed size and place of a part. A field full of ones says that the number stands in the part's
 * "zip64" extra instead; programs that write a sheet as a stream do so even for small ones.
 */
function sizesOf(archive: Buffer, entry: number, extra: number): number[] {
  const fields = [24, 20, 42].map((offset) => archive.readUInt32LE(entry + offset));
  if (!fields.includes(0xffffffff)) return fields;
  const end = Math.min(archive.length, extra + archive.readUInt16LE(entry + 30));
  for (let at = extra; at + 4 <= end; at += 4 + archive.readUInt16LE(at + 2)) {
    if (archive.readUInt16LE(at) !== zip64Extra) continue;
    let next = at + 4;
    return fields.map((field) => {
      if (field !== 0xffffffff) return field;
      if (next + 8 > end) throw new NotAnArchive();
      next += 8;
      return Number(archive.readBigUInt64LE(next - 8));
    });
  }
  throw new NotAnArchive();
}

/** An archive whose parts lie in it as they are. */
export function packStored(parts: Part[]): Buffer {
  const body: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of parts) {
    const sum = crc32(bytes);
    // Version 2.0, no flags, stored, no date.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(sum, 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    body.push(word(localMark), common, name, bytes);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(word(directoryMark), Buffer.from([20, 0]), common, tail, name);
    offset += 30 + name.length + bytes.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    8,
  );
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...body, ...directory, word(endMark), end]);
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
