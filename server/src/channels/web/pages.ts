import { existsSync } from "node:fs";
import { readFile as readFromDisk } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import type { Ground } from "../../context.ts";
import { AppError, notFound } from "../../platform/errors.ts";
import { escapeHtml, languageOf, sendHtml } from "../../platform/http/html.ts";
import { shopOfKey } from "../../shops/shop-key.ts";
import { getShop } from "../../shops/shops.ts";
import { isImage, readFile } from "../files.ts";

/** The console's styles are made while it runs; everything else comes from here, and no other site may frame it. */
const consolePolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https:; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

/** What browsers load: the window's script, the full-page window, uploaded files, and the console for every other path. */

const year = 365 * 24 * 3600;

export async function registerPages(http: FastifyInstance, ground: Ground, distFolder: string): Promise<void> {
  const consoleFolder = join(distFolder, "console");
  const widgetFile = join(distFolder, "widget/widget.js");

  http.get("/widget.js", async (_request, reply) => {
    return reply
      .header("content-type", "text/javascript; charset=utf-8")
      .header("access-control-allow-origin", "*")
      .header("cache-control", "public, max-age=300")
      .send(await readFromDisk(widgetFile));
  });

  http.get<{ Params: { key: string } }>("/chat/:key", async (request, reply) => {
    const { key } = request.params;
    const shopId = shopOfKey(key);
    if (!shopId) throw notFound("shop");
    const { settings } = await getShop({ ...ground, shopId });
    return sendHtml(
      reply,
      chatPage({
        key,
        name: settings.name,
        color: settings.color,
        lang: languageOf(request.headers["accept-language"]),
      }),
    );
  });

  http.get<{ Params: { fileId: string } }>("/files/:fileId", async (request, reply) => {
    const { name, mime, bytes } = await readFile(ground, request.params.fileId);
    return reply
      .header("content-type", mime === "text/plain" ? "text/plain; charset=utf-8" : mime)
      .header(
        "content-disposition",
        `${isImage(mime) ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(name)}`,
      )
      .header("x-content-type-options", "nosniff")
      .header("content-security-policy", "default-src 'none'; sandbox")
      .header("access-control-allow-origin", "*")
      .header("cache-control", `private, max-age=${year}, immutable`)
      .send(Buffer.from(bytes));
  });

  // Not built: a test of the server alone.
  if (existsSync(consoleFolder)) {
    await http.register(fastifyStatic, {
      root: join(consoleFolder, "assets"),
      prefix: "/assets/",
      index: false,
      maxAge: "1y",
      immutable: true,
    });
  }
  http.setNotFoundHandler(async (request, reply) => {
    const isPage =
      request.method === "GET" &&
      !request.url.startsWith("/api/") &&
      (request.headers.accept ?? "").includes("text/html");
    if (!isPage) throw new AppError("not_found", `There is nothing at ${request.method} ${request.url}.`);
    reply.header("cache-control", "no-cache").header("content-security-policy", consolePolicy);
    return sendHtml(reply, await readFromDisk(join(consoleFolder, "index.html"), "utf8"));
  });
}

function chatPage({ key, name, color, lang }: { key: string; name: string; color: string; lang: string }): string {
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="theme-color" content="${color}">
<title>${escapeHtml(name)}</title>
</head>
<body>
<script src="/widget.js" data-key="${key}" data-mode="page" async></script>
</body>
</html>`;
}
