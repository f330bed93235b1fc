import { detectLanguage } from "@yingda/answering/normalise";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { type Ctx, type Ground, inShop } from "../../context.ts";
import { startCustomer } from "../../customers/customers.ts";
import type { CustomerTokens } from "../../customers/tokens.ts";
import { listQuestionsOf } from "../../knowledge/knowledge.ts";
import { notFound } from "../../platform/errors.ts";
import type { Handle } from "../../platform/http/handle.ts";
import { makeRateLimit } from "../../platform/rate-limit.ts";
import { shopOfKey } from "../../shops/shop-key.ts";
import { getShop } from "../../shops/shops.ts";
import { storeFile } from "../files.ts";
import { mustBeEmbeddable } from "./embedding.ts";

export function webRoutes(handle: Handle, ground: Ground, tokens: CustomerTokens): void {
  const perAddress = makeRateLimit(limits.addressRequestsPerMinute / 10, ground.clock);
  const uploads = makeRateLimit(30, ground.clock);
  // Customers are made in no time; an address is not.
  const uploadsPerAddress = makeRateLimit(60, ground.clock);

  handle.public(routes.getWidgetConfig, async ({ headers }, { widgetKey, locale }) => {
    const ctx = contextOf(ground, widgetKey);
    const { settings, hasDemo } = await getShop(ctx);
    mustBeEmbeddable(settings, headers);
    const hotQuestions = inLanguage(await listQuestionsOf(ctx, settings.hotQuestionIds), locale);
    return { shopName: settings.name, color: settings.color, welcome: settings.welcome, hotQuestions, isDemo: hasDemo };
  });
  handle.public(routes.startCustomer, async ({ address, headers }, { widgetKey, locale }) => {
    perAddress.take(address);
    const ctx = contextOf(ground, widgetKey);
    mustBeEmbeddable((await getShop(ctx)).settings, headers);
    const customer = await startCustomer(ctx, { locale });
    return { customerId: customer.id, token: await tokens.issue({ shopId: ctx.shopId, customerId: customer.id }) };
  });
  handle.customer(routes.uploadCustomerFile, async (ctx, { name, bytes }) => {
    uploads.take(ctx.actor.id);
    uploadsPerAddress.take(ctx.address);
    return storeFile(ctx, { name, bytes, by: `customer:${ctx.actor.id}` });
  });
  handle.staff(routes.uploadStaffFile, (ctx, { name, bytes }) =>
    storeFile(ctx, { name, bytes, by: `staff:${ctx.actor.id}` }),
  );
}

/** Better another language than none. */
function inLanguage<Q extends { question: string }>(questions: Q[], locale: "zh-CN" | "en" | undefined): Q[] {
  const isOther = ({ question }: Q) => locale !== undefined && detectLanguage(question) !== locale.slice(0, 2);
  const mine = questions.filter((one) => !isOther(one));
  return mine.length > 0 ? mine : questions;
}

function contextOf(ground: Ground, widgetKey: string): Ctx {
  const shopId = shopOfKey(widgetKey);
  if (!shopId) throw notFound("shop");
  return inShop(ground, shopId);
}
