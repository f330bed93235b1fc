import type { FastifyReply } from "fastify";

/** Pages that the server writes itself. */

export const sendHtml = (reply: FastifyReply, html: string): FastifyReply =>
  reply.header("content-type", "text/html; charset=utf-8").header("x-content-type-options", "nosniff").send(html);

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** Chinese unless the browser asks for other languages only. */
export const languageOf = (accepted = ""): "zh-CN" | "en" =>
  accepted === "" || /\bzh\b/i.test(accepted) ? "zh-CN" : "en";
