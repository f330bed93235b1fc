import { jwtVerify, SignJWT } from "jose";
import * as z from "zod";
import { AppError } from "../platform/errors.ts";

/** What a customer's window shows to prove whose history it may read: signed, without an end, one per visitor. */
export type CustomerTokens = {
  issue: (customer: { shopId: string; customerId: string }) => Promise<string>;
  /** Throws not_signed_in. */
  read: (token: string) => Promise<{ shopId: string; customerId: string }>;
};

const claims = z.object({ sub: z.uuid(), shop: z.uuid() });

export function makeCustomerTokens(secret: string): CustomerTokens {
  const key = Buffer.from(secret, "base64url");
  return {
    issue: ({ shopId, customerId }) =>
      new SignJWT({ shop: shopId })
        .setProtectedHeader({ alg: "HS256" })
        .setSubject(customerId)
        .setAudience("customer")
        .setIssuedAt()
        .sign(key),
    read: async (token) => {
      try {
        const { payload } = await jwtVerify(token, key, { audience: "customer", algorithms: ["HS256"] });
        const { sub, shop } = claims.parse(payload);
        return { shopId: shop, customerId: sub };
      } catch {
        throw new AppError("not_signed_in", "The customer token is not valid here. Ask for a new one.");
      }
    },
  };
}
