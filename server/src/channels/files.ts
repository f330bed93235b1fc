import type { Content, FileRef } from "@yingda/contract/events";
import { fileTypeFromBuffer } from "file-type";
import type { Ctx } from "../context.ts";
import { firstRow, rows, sql } from "../platform/db/database.ts";
import { AppError, notFound } from "../platform/errors.ts";
import { newSecretName } from "../platform/storage.ts";
import { keyOfShop, shopOfKey } from "../shops/shop-key.ts";

/** Images and files that people send. What a file is, its bytes say; its name only names it. */

const images = ["image/png", "image/jpeg", "image/gif", "image/webp"];
const documents = [
  "application/pdf",
  "application/zip",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "audio/mpeg",
  "audio/mp4",
  "audio/x-m4a",
  "video/mp4",
];

export const isImage = (mime: string): boolean => images.includes(mime);

async function typeOf(bytes: Uint8Array): Promise<string> {
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  const mime = found ?? (isPlainText(bytes) ? "text/plain" : "unknown");
  if (mime !== "text/plain" && !images.includes(mime) && !documents.includes(mime)) {
    throw new AppError(
      "file_type_not_allowed",
      `Files of this type (${mime}) are not accepted. Send an image, PDF, Office document, plain text, ZIP, MP3 or MP4.`,
      { mime },
    );
  }
  return mime;
}

/** UTF-8 without control characters, and not a page or drawing that a browser would run. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return (
      !/[\0-\b\v\f\x0e-\x1f]/.test(text.slice(0, 10_000)) && !/^\s*<(?:!doctype|html|svg|\?xml|script)/i.test(text)
    );
  } catch {
    return false;
  }
}

export async function storeFile(
  ctx: Ctx,
  { name, bytes, by }: { name: string; bytes: Uint8Array; by: string },
): Promise<FileRef> {
  if (bytes.length === 0) throw new AppError("invalid_input", "The file is empty.");
  const mime = await typeOf(bytes);
  const fileId = `${keyOfShop(ctx.shopId)}${newSecretName()}`;
  await ctx.files.put(`${ctx.shopId}/${fileId}`, bytes);
  await rows(
    ctx.db,
    sql`
    insert into file (shop_id, file_id, name, mime, bytes, uploaded_by, at)
    values (${ctx.shopId}, ${fileId}, ${name}, ${mime}, ${bytes.length}, ${by}, ${ctx.clock.now()})`,
  );
  return { fileId, name, mime, bytes: bytes.length };
}

type FileRow = { file_id: string; name: string; mime: string; bytes: number };

const findFile = (ctx: Ctx, fileId: string) =>
  firstRow(
    ctx.db,
    sql<FileRow>`select file_id, name, mime, bytes from file where shop_id = ${ctx.shopId} and file_id = ${fileId}`,
  );

/** Whoever knows the name may read: the name is the secret. */
export async function readFile(
  ground: Omit<Ctx, "shopId">,
  fileId: string,
): Promise<{ name: string; mime: string; bytes: Uint8Array }> {
  const shopId = shopOfKey(fileId.slice(0, 22));
  const row = shopId ? await findFile({ ...ground, shopId }, fileId) : null;
  if (!row) throw notFound("file");
  return { name: row.name, mime: row.mime, bytes: await ground.files.get(`${shopId}/${fileId}`) };
}

/** A sender names a file; what is said about it comes from our own record. */
export async function verifiedContent(ctx: Ctx, content: Content): Promise<Content> {
  if (content.kind !== "image" && content.kind !== "file") return content;
  const row = await findFile(ctx, content.file.fileId);
  if (!row) throw notFound("file");
  const { width, height } = content.file;
  const file = { fileId: row.file_id, name: row.name, mime: row.mime, bytes: row.bytes, width, height };
  return { kind: isImage(row.mime) ? "image" : "file", file };
}
