import { createHash } from "node:crypto";
import { clientId, dissatisfactionReason, stars, surveyAnswer } from "@yingda/contract/events";
import { limits } from "@yingda/contract/limits";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod";
import { type Ground, inShop } from "../context.ts";
import { AppError } from "../platform/errors.ts";
import { addressOf } from "../platform/http/address.ts";
import { languageOf, sendHtml } from "../platform/http/html.ts";
import { newId } from "../platform/ids.ts";
import { makeRateLimit } from "../platform/rate-limit.ts";
import { wellFormed } from "../platform/well-formed.ts";
import { getShop } from "../shops/shops.ts";
import { findAsked, type LinkAnswer, receiveLinkAnswer } from "./answering.ts";
import type { SurveyLink, SurveyLinks } from "./links.ts";
import { type Form, formPage, wordPage } from "./page.ts";
import { pageStyle } from "./page-style.ts";

/**
 * The page behind a link: shows the form, takes it, says thanks. Whoever holds the link may answer for its conversation
 * and sees nothing of it; an answer can be replaced until the link expires.
 */

const largestFormBytes = 32 * 1024;
const answersPerMinute = 6;

type Request = FastifyRequest<{
  Params: { token: string };
  Querystring: { done?: string; value?: unknown };
  Body: string;
}>;

const csatAnswer = z.object({
  survey: z.literal("csat"),
  value: stars,
  reasons: z.array(dissatisfactionReason).max(5).optional(),
  comment: z.string().trim().max(limits.commentCharacters).optional(),
});

export async function registerSurveyPage(http: FastifyInstance, ground: Ground, links: SurveyLinks): Promise<void> {
  const perConversation = makeRateLimit(answersPerMinute, ground.clock);
  const perAddress = makeRateLimit(limits.addressRequestsPerMinute / 10, ground.clock);

  // In a room of its own: nothing else here takes forms.
  await http.register(async (scope) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: largestFormBytes },
      (_request, body, done) => done(null, body),
    );

    scope.get("/s/:token", async (request: Request, reply) => {
      const opened = await open(request, reply);
      if (!opened) return reply;
      if (request.query.done) return sendPage(reply, opened.form, wordPage(opened.form, "thanks"));
      // Chosen, not stored: what scans mails for viruses follows their links, too.
      return sendPage(reply, opened.form, formPage({ ...opened.form, value: readValue(request.query.value) }));
    });

    scope.post("/s/:token", async (request: Request, reply) => {
      const opened = await open(request, reply);
      if (!opened) return reply;
      const { form, link } = opened;
      const fields = new URLSearchParams(typeof request.body === "string" ? request.body : "");
      const comment = wellFormed(fields.get("comment") ?? "").slice(0, limits.commentCharacters);
      const value = readValue(fields.get("value"));
      const read = readAnswer(form, fields, { value, comment });
      if (!read) return sendPage(reply.status(400), form, formPage({ ...form, problem: "choose", value, comment }));
      try {
        perConversation.take(link.conversationId);
        perAddress.take(addressOf(request.raw));
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return sendPage(reply.status(error.status), form, formPage({ ...form, problem: "tooMany", value, comment }));
      }
      await receiveLinkAnswer(inShop(ground, link.shopId), link, read);
      // Seen, not sent, by a reload.
      return reply.redirect(`/s/${request.params.token}?done=1`, 303);
    });
  });

  /** null: what can be said has been said. */
  async function open(request: Request, reply: FastifyReply): Promise<{ link: SurveyLink; form: Form } | null> {
    const link = links.read(request.params.token);
    const ctx = link && inShop(ground, link.shopId);
    const asked = ctx && (await findAsked(ctx, link));
    if (!link || !ctx || !asked) {
      const look = { locale: languageOf(request.headers["accept-language"]), shopName: "", color: "#5F665F" };
      sendPage(reply.status(404), look, wordPage(look, "gone"));
      return null;
    }
    const { name: shopName, color } = (await getShop(ctx)).settings;
    const look = { locale: asked.locale ?? languageOf(request.headers["accept-language"]), shopName, color };
    if (link.expiresAt <= ground.clock.now()) {
      sendPage(reply.status(410), look, wordPage(look, "expired"));
      return null;
    }
    return { link, form: { ...look, ...asked, locale: look.locale, survey: link.survey, formId: newId() } };
  }
}

function readAnswer(
  { survey, asksComment }: Form,
  fields: URLSearchParams,
  { value, comment: words }: { value: number | null; comment: string },
): { clientId: string; answer: LinkAnswer } | null {
  const comment = (asksComment && words.trim()) || undefined;
  const reasons = value !== null && value <= 3 ? fields.getAll("reason") : [];
  const answer =
    survey === "csat"
      ? csatAnswer.safeParse({ survey, value, comment, reasons: reasons.length > 0 ? reasons : undefined })
      : surveyAnswer.safeParse({ survey, value, comment });
  const formId = clientId.safeParse(fields.get("form"));
  return answer.success && formId.success ? { clientId: formId.data, answer: answer.data } : null;
}

const readValue = (said: unknown): number | null =>
  typeof said === "string" && /^\d{1,2}$/.test(said) ? Number(said) : null;

/** The one style sheet, with the shop's colour in it; nothing else may load, run, frame or be told. */
function sendPage(reply: FastifyReply, { color }: { color: string }, html: string): FastifyReply {
  const style = createHash("sha256").update(`:root{--shop:${color}}${pageStyle}`).digest("base64");
  return sendHtml(
    reply
      .header(
        "content-security-policy",
        `default-src 'none'; style-src 'sha256-${style}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
      )
      .header("referrer-policy", "no-referrer")
      .header("cache-control", "no-store"),
    html,
  );
}
