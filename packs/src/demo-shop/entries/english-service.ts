import type { KnowledgeEntry } from "../types.ts";

/** Orders, parcels that go astray, payment, stores and membership, for customers who write English. The promises are those of the Chinese entries. */
export const englishService: readonly KnowledgeEntry[] = [
  {
    key: "en-ship-urge",
    category: "English/Shipping",
    question: "My order still hasn't shipped, can you hurry it up?",
    similar: [
      "why is it not shipped yet",
      "still says waiting for dispatch",
      "I paid two days ago and nothing happened",
      "please speed up my order",
      "can you push the warehouse",
    ],
    answer:
      "<p>Sorry for the wait. Tap <strong>My orders → Remind us to ship</strong> and the warehouse packs yours first.</p><p>Paid more than 48 hours ago? Ask for a person with your order number: we look into it at once, and a ¥10 coupon makes up for the delay.</p>",
  },
  {
    key: "en-courier",
    category: "English/Shipping",
    question: "Which courier do you use, and can I choose it?",
    similar: [
      "what delivery company",
      "who delivers the parcels",
      "can you send it with SF Express",
      "can I pick the carrier",
    ],
    answer:
      "<p>We use the partner courier that is most reliable where you live; <strong>a certain company can't be chosen</strong>. For speed take Express at checkout (¥12, free over ¥599). Where only China Post delivers, say so in the order note.</p>",
  },
  {
    key: "en-express",
    category: "English/Shipping",
    question: "Is there a faster delivery option?",
    similar: [
      "express shipping price",
      "can I pay extra to get it sooner",
      "need it urgently",
      "how do I choose express",
      "rush delivery",
    ],
    answer:
      "<p>Yes: choose <strong>Express</strong> at checkout for ¥12, free for orders over ¥599. After ordering, ask for a person before dispatch to upgrade.</p>",
  },
  {
    key: "en-shipping-fee",
    category: "English/Shipping",
    question: "How much does shipping cost?",
    similar: [
      "delivery fee",
      "do I get free shipping",
      "shipping charges",
      "minimum order for free delivery",
      "is postage included",
    ],
    answer:
      "<p>Free for orders of <strong>¥99</strong> and more, otherwise ¥8. To Xinjiang and Tibet: free from ¥199, otherwise ¥20.</p>",
  },
  {
    key: "en-remote",
    category: "English/Shipping",
    question: "Do you deliver to Tibet and Xinjiang?",
    similar: ["delivery to Lhasa", "shipping to remote areas", "can you send it to a village", "Urumqi delivery"],
    answer:
      "<p>Yes. Xinjiang and Tibet take <strong>5–8 days</strong> after dispatch. To villages it goes to the nearest point the courier serves; they call you first. Camp lamps go by road because of the battery, 1–2 days more.</p>",
  },
  {
    key: "en-not-received",
    category: "English/Parcels",
    question: "It says delivered, but I haven't received it",
    similar: [
      "marked as delivered but nothing here",
      "someone else signed for my parcel",
      "tracking shows delivered, no package",
      "parcel not at my door",
    ],
    answer:
      "<p>Please look in three places: <strong>a pick-up point's text message, family or the front desk, and near your door</strong>. Nothing there? Ask for a person: we check with the courier and answer within 24 hours. If it went astray we send another.</p>",
  },
  {
    key: "en-lost",
    category: "English/Parcels",
    question: "What if my parcel is lost?",
    similar: [
      "package lost in transit",
      "the courier lost my order",
      "will you send a new one if it's lost",
      "missing parcel",
    ],
    answer:
      "<p><strong>We answer for lost parcels</strong>; you don't have to deal with the courier. Once it is confirmed lost we send another within 24 hours, or refund all of it if it is out of stock. Please ask for a person with your order number.</p>",
  },
  {
    key: "en-damaged",
    category: "English/Parcels",
    question: "My order arrived damaged or faulty, what now?",
    similar: [
      "item was broken when it came",
      "box was crushed",
      "it arrived with a hole",
      "there is a defect",
      "received a faulty product",
      "it was torn when I opened it",
    ],
    answer:
      "<p>We're sorry. Please ask for a person within <strong>48 hours</strong> with three photos: label, box and the damage. We send a new one or refund you, and pay the shipping both ways.</p><p>A fault that shows later is covered by the warranty.</p>",
  },
  {
    key: "en-missing-item",
    category: "English/Parcels",
    question: "Something is missing from my parcel",
    similar: [
      "only part of my order came",
      "parts were not in the box",
      "I ordered two and got one",
      "pegs missing",
      "incomplete delivery",
    ],
    answer:
      "<p>Please check two things: whether the order has <strong>two tracking numbers</strong> (two warehouses), and the inner pockets and stuff sacks. If it really is missing, ask for a person with a photo: we send it the same day, free.</p>",
  },
  {
    key: "en-wrong-item",
    category: "English/Parcels",
    question: "You sent me the wrong item",
    similar: [
      "wrong colour delivered",
      "this is not what I ordered",
      "got a different size than I ordered",
      "received someone else's product",
    ],
    answer:
      "<p>Our mistake, sorry. Ask for a person with a photo of the <strong>tag and the label</strong>: the right one leaves first, then a courier picks up the wrong one, and we pay both ways. A full refund is fine too.</p>",
  },
  {
    key: "en-cancel",
    category: "English/Orders",
    question: "How can I cancel my order?",
    similar: [
      "cancel order please",
      "I don't want it any more",
      "ordered by mistake",
      "can I still cancel",
      "stop my order",
    ],
    answer:
      "<p><strong>Not paid</strong>: tap Cancel, or it closes after 30 minutes. <strong>Paid, not shipped</strong>: tap Refund, it is approved at once. <strong>Shipped</strong>: refuse the parcel, and we refund it all when it is back.</p>",
  },
  {
    key: "en-change-item",
    category: "English/Orders",
    question: "Can I change the size or colour of my order before it ships?",
    similar: [
      "change my order",
      "picked the wrong size, not shipped yet",
      "add something to my order",
      "swap colour before dispatch",
    ],
    answer:
      "<p>Ask for a person before dispatch and we change <strong>size or colour</strong> for you if the price is the same. To add something, simply order again: orders to one address within two hours are sent together.</p>",
  },
  {
    key: "en-stock",
    category: "English/Orders",
    question: "When will it be back in stock?",
    similar: ["out of stock", "sold out", "restock date", "my size is unavailable", "notify me when available"],
    answer:
      "<p>Choose the size or colour on its page and tap <strong>Notify me</strong>: we text you the day it is back. Regular items return within 7–14 days; colours marked “last batch” don't.</p>",
  },
  {
    key: "en-gift",
    category: "English/Orders",
    question: "Can you wrap it as a gift?",
    similar: ["gift wrapping", "it's a present, can you hide the price", "include a card", "gift box"],
    answer:
      "<p>Parcels <strong>never contain the price</strong>. Tick gift wrapping at checkout (¥9, kraft paper and twine); a card is free, write the words in the order note.</p>",
  },
  {
    key: "en-pay",
    category: "English/Payment",
    question: "Which payment methods do you accept?",
    similar: ["how can I pay", "can I use a credit card", "is PayPal accepted", "WeChat or Alipay?", "payment options"],
    answer:
      "<p><strong>WeChat Pay, Alipay, UnionPay, debit and credit cards</strong>; orders over ¥600 in instalments (3 months free of interest). No PayPal or Apple Pay, and no cash on delivery.</p>",
  },
  {
    key: "en-pay-failed",
    category: "English/Payment",
    question: "My payment failed",
    similar: ["card declined", "can't pay", "checkout error", "charged twice", "paid but order shows unpaid"],
    answer:
      "<p>Try again on another network or with another method, and check your card's daily limit; the order is kept for <strong>30 minutes</strong>. Charged twice? The second amount comes back by itself within 24 hours. Otherwise ask for a person with a screenshot.</p>",
  },
  {
    key: "en-invoice-change",
    category: "English/Payment",
    question: "Can you correct my invoice?",
    similar: [
      "wrong company on the invoice",
      "mistake in the tax number",
      "invoice needs changing",
      "reissue the fapiao",
    ],
    answer:
      "<p>Yes, <strong>once</strong>: in the order tap Change invoice and fill in the right name and tax number. The new one comes within 3 working days, the old one is void.</p>",
  },
  {
    key: "en-return-fee",
    category: "English/Returns",
    question: "Who pays for return shipping?",
    similar: ["return postage", "is returning free", "cost of sending it back", "do you cover the return label"],
    answer:
      "<p>Every order comes with <strong>return insurance</strong>: you pay the way back, and once you are refunded it pays you ¥8–12, which usually covers it. When it is our fault or faulty, we pay both ways.</p>",
  },
  {
    key: "en-return-used",
    category: "English/Returns",
    question: "Can I return something I have used, or without tags?",
    similar: [
      "return worn clothes",
      "already opened the package",
      "tag removed",
      "used it once outdoors",
      "washed it, can I still return",
    ],
    answer:
      "<p>Opened, tried on or pitched <strong>indoors</strong> is fine. Used outdoors, washed or without its tags it can't be returned, unless it is faulty: then the warranty applies, used or not. Please ask for a person.</p>",
  },
  {
    key: "en-refund-amount",
    category: "English/Returns",
    question: "Why is my refund smaller than what I paid?",
    similar: ["refund amount wrong", "you refunded too little", "part of my money is missing", "coupon not refunded"],
    answer:
      "<p>A coupon or discount is <strong>shared among the items</strong> of an order; you get back what that item really cost you. Unexpired coupons and points return to your account. If it still doesn't add up, ask for a person.</p>",
  },
  {
    key: "en-price-protect",
    category: "English/Prices",
    question: "The price dropped after I bought it",
    similar: [
      "price adjustment",
      "refund the price difference",
      "it is cheaper now",
      "do you match your lower price",
      "price protection",
    ],
    answer:
      "<p>We refund the difference for <strong>15 days</strong> after you paid: My orders → Price protection, one tap. Personal coupons and flash sales don't count; other shops' prices we can't match.</p>",
  },
  {
    key: "en-coupon-use",
    category: "English/Prices",
    question: "Why can't I use my coupon?",
    similar: [
      "coupon not working",
      "promo code invalid",
      "forgot to apply the coupon",
      "coupon expired",
      "discount not applied",
    ],
    answer:
      "<p>Usually the order is below the minimum, the coupon has expired (7 days), or the item is excluded; <strong>one shop coupon</strong> per order. It can't be added afterwards: before dispatch, cancel and order again.</p>",
  },
  {
    key: "en-bulk",
    category: "English/Prices",
    question: "Do you give a discount for groups or companies?",
    similar: ["bulk order", "wholesale price", "buying for our team", "large quantity", "corporate order"],
    answer:
      "<p>Yes: 5% off from <strong>20 pieces</strong> of one item, 10% from 50, a quote of its own from 100. Ask for a person with the item, number and your phone; you get a quote within one working day.</p>",
  },
  {
    key: "en-store",
    category: "English/Stores",
    question: "Do you have shops I can visit?",
    similar: [
      "store address",
      "where is your shop",
      "can I try it on in a store",
      "any shop in Shanghai",
      "physical shop",
    ],
    answer:
      "<p>Two: <strong>Hangzhou</strong> (Hushu South Road) and <strong>Chengdu</strong> (Jinjiang, East Street), both demo addresses, open 10:00–21:30 every day. None in other cities yet.</p>",
  },
  {
    key: "en-service-hours",
    category: "English/Stores",
    question: "When are people available to chat?",
    similar: [
      "customer service hours",
      "when do you open",
      "is support there on weekends",
      "working hours",
      "can I call you",
    ],
    answer:
      "<p>People are here <strong>9:00–22:00</strong> (China time) every day. There is no hotline; leave your number with a person and we call back within 2 hours. At night, ask me or leave a message: you hear from us before 10:00.</p>",
  },
  {
    key: "en-member",
    category: "English/Membership",
    question: "How do I join, and what do members get?",
    similar: [
      "membership benefits",
      "loyalty programme",
      "how to become a member",
      "do I earn points",
      "what are points worth",
    ],
    answer:
      "<p>It's <strong>free</strong>: sign in with your phone number. ¥1 earns 1 point, 100 points are worth ¥1. From ¥1,000 a year 2% off and a birthday coupon, from ¥5,000 a year 5% off.</p>",
  },
  {
    key: "en-quality",
    category: "English/Service",
    question: "Are your products genuine and well made?",
    similar: ["is it original", "is this fake", "who makes your products", "is the quality good", "where is it made"],
    answer:
      "<p>Everything is <strong>designed by us</strong> and made in Zhejiang and Fujian, each batch tested by a third party; the report number is on the product page. 15 days to return, up to two years' warranty.</p>",
  },
  {
    key: "en-complaint",
    category: "English/Service",
    question: "I want to complain",
    similar: [
      "your service is terrible",
      "let me speak to a manager",
      "this is unacceptable",
      "how do I file a complaint",
    ],
    answer:
      "<p>We're sorry it came to this. Ask for a person and say <strong>“manager”</strong>: a supervisor calls you back within 24 hours with an outcome. Your order number and what happened help us to be quick.</p>",
  },
];
