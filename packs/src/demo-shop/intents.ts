import { knowledge } from "./knowledge.ts";

/** What customers who ask for an entry want, as keys of the default tree of intents. All others ask about a product. */
const entriesOfIntent: Readonly<Record<string, string>> = {
  "account.login": "account-login account-phone",
  "account.member": "member-levels member-join member-birthday en-member",
  "account.points": "points-earn points-use points-expire",
  "account.privacy": "account-delete account-privacy",
  "aftersales.exchange": "en-exchange exchange-size exchange-color exchange-how-long",
  "aftersales.quality":
    "quality-problem fleece-pilling shoes-glue lamp-broken en-damaged en-boots-fault en-lamp-broken",
  "aftersales.refund": "en-refund refund-when refund-where refund-only refund-amount refund-rejected en-refund-amount",
  "aftersales.return":
    "en-return return-policy return-how return-address return-used return-not-allowed return-pickup return-cancel return-gift en-return-used",
  "aftersales.return_fee": "return-shipping-fee en-return-fee",
  "aftersales.usage":
    "jacket-wash jacket-dwr shoes-break-in shoes-wash tent-setup tent-care tent-condensation bag-sleep-wash mat-inflate pack-wash case-lock poles-length poles-slip flask-clean en-tent-setup en-tent-care en-bag-wash en-mat-inflate en-case-lock en-jacket-wash en-flask-clean",
  "aftersales.warranty":
    "warranty-period warranty-covers warranty-need-proof repair-how repair-time repair-price repair-self repair-zip en-warranty tent-parts en-tent-parts en-repair",
  "complaint.compensation": "complain-platform",
  "complaint.fake": "choose-quality en-quality",
  "complaint.service": "complain-how en-complaint",
  "complaint.suggestion": "suggest-feedback",
  "order.cancel": "order-cancel order-unpaid-closed en-cancel",
  "order.change":
    "order-change-phone order-change-item order-merge order-split order-note order-gift-wrap en-change-item en-gift",
  "order.invoice":
    "en-invoice invoice-how invoice-special invoice-change invoice-not-received invoice-content invoice-paper en-invoice-change",
  "order.payment": "pay-methods pay-installment pay-cod pay-failed pay-twice pay-balance pay-safe en-pay en-pay-failed",
  "order.place": "order-phone-order",
  "order.status": "order-find",
  "other.business": "group-buy join-us en-bulk",
  "other.contact": "service-hours service-phone en-service-hours",
  "other.store": "store-where store-hours store-pickup store-price en-store",
  "presale.choice": "clothes-kids choose-beginner choose-pack choose-compare en-pack-choose en-first-time",
  "presale.product": "en-tent",
  "presale.size": "jacket-size fleece-size tee-size shoes-size en-size",
  "presale.stock": "order-stock en-stock",
  "promo.campaign": "promo-when gift-with-purchase review-reward",
  "promo.coupon":
    "en-coupon coupon-get coupon-cannot-use coupon-expired coupon-stack new-customer refund-coupon-back en-coupon-use",
  "promo.price": "price-bargain student-discount price-different en-prices prices",
  "promo.protection": "price-protect en-price-protect",
  "shipping.address": "en-address order-change-address",
  "shipping.damage": "parcel-damaged parcel-missing-item parcel-wrong-item en-missing-item en-wrong-item",
  "shipping.delivery": "arrive-when courier-which express-upgrade en-arrive en-courier en-express",
  "shipping.dispatch": "ship-when ship-from ship-presale en-ship-when",
  "shipping.fee": "shipping-fee ship-remote ship-overseas en-overseas en-shipping-fee en-remote",
  "shipping.lost": "parcel-lost parcel-not-received en-lost en-not-received",
  "shipping.receipt": "delivery-station delivery-time-slot",
  "shipping.tracking": "track-where track-stuck track-no-info en-track",
  "shipping.urge": "arrive-late ship-urge en-ship-urge",
};

const intents = new Map(
  Object.entries(entriesOfIntent).flatMap(([intent, keys]) => keys.split(" ").map((key) => [key, intent] as const)),
);

export const intentOfEntry = (key: string): string => intents.get(key) ?? "presale.product";

/** Sayings the classifier never learned from: they judge it (answering/training/check-intents.ts). */
export const sayings: readonly { text: string; intent: string }[] = knowledge.flatMap(({ key, question, similar }) =>
  [question, ...similar].map((text) => ({ text, intent: intentOfEntry(key) })),
);
