import { createHmac, timingSafeEqual } from "node:crypto";
import type { SurveyName } from "@yingda/contract/routes/shop";
import { surveyNames } from "./policy.ts";

/**
 * The token in a survey's link: which conversation and survey, until when, and a signature (HMAC-SHA256, first 128
 * bits). 71 characters, because it travels in text messages. It opens this one survey's page and nothing else.
 */
export type SurveyLink = { shopId: string; conversationId: string; survey: SurveyName; expiresAt: Date };

export type SurveyLinks = {
  issue: (link: SurveyLink) => string;
  /** null: not one of ours. Whether it has expired is the caller's to judge. */
  read: (token: string) => SurveyLink | null;
};

const bytesOfId = 16;
const bytesOfPayload = 2 * bytesOfId + 1 + 4;
const bytesOfSignature = 16;

export function makeSurveyLinks(secret: string): SurveyLinks {
  // A key of its own, so that no other token made with the secret can pass for a link.
  const key = createHmac("sha256", secret).update("yingda survey links, 1").digest();
  const sign = (payload: Uint8Array) =>
    createHmac("sha256", key).update(payload).digest().subarray(0, bytesOfSignature);

  return {
    issue: ({ shopId, conversationId, survey, expiresAt }) => {
      const payload = Buffer.alloc(bytesOfPayload);
      toBytes(shopId).copy(payload, 0);
      toBytes(conversationId).copy(payload, bytesOfId);
      payload.writeUInt8(surveyNames.indexOf(survey), 2 * bytesOfId);
      payload.writeUInt32BE(Math.floor(expiresAt.getTime() / 1000), 2 * bytesOfId + 1);
      return Buffer.concat([payload, sign(payload)]).toString("base64url");
    },
    read: (token) => {
      const bytes = Buffer.from(token, "base64url");
      // Written otherwise it would be a second name for the same link.
      if (bytes.length !== bytesOfPayload + bytesOfSignature || bytes.toString("base64url") !== token) return null;
      const payload = bytes.subarray(0, bytesOfPayload);
      if (!timingSafeEqual(sign(payload), bytes.subarray(bytesOfPayload))) return null;
      const survey = surveyNames[payload.readUInt8(2 * bytesOfId)];
      return survey
        ? {
            shopId: toId(payload.subarray(0, bytesOfId)),
            conversationId: toId(payload.subarray(bytesOfId, 2 * bytesOfId)),
            survey,
            expiresAt: new Date(payload.readUInt32BE(2 * bytesOfId + 1) * 1000),
          }
        : null;
    },
  };
}

const toBytes = (id: string): Buffer => Buffer.from(id.replaceAll("-", ""), "hex");
const toId = (bytes: Buffer): string =>
  bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
