import type { KnowledgeEntry } from "../types.ts";

/** For customers who write English. The promises are those of the Chinese entries. */
export const english: readonly KnowledgeEntry[] = [
  {
    key: "en-ship-when",
    category: "English/Shipping",
    question: "When will my order ship?",
    similar: [
      "how soon do you ship",
      "when do you send it out",
      "has my order been shipped yet",
      "do you ship today",
      "how long before dispatch",
    ],
    answer:
      "<p>Paid before <strong>16:00</strong> (China time), in-stock items ship the same day; later orders ship the next day, weekends included. Pre-orders ship on the date shown on the product page.</p>",
  },
  {
    key: "en-arrive",
    category: "English/Shipping",
    question: "How long does delivery take?",
    similar: [
      "how many days to Beijing",
      "delivery time",
      "when will it arrive",
      "will it get here by Friday",
      "shipping takes how long",
    ],
    answer:
      "<p>Usually <strong>1–3 days</strong> after dispatch in most of China, 3–5 days in the northeast, northwest and Hainan, and 5–8 days in Xinjiang and Tibet. Express costs ¥12 and is free over ¥599.</p>",
  },
  {
    key: "en-overseas",
    category: "English/Shipping",
    question: "Do you ship outside mainland China?",
    similar: [
      "international shipping",
      "can you ship to the US",
      "deliver to Hong Kong",
      "do you send abroad",
      "overseas delivery available?",
    ],
    answer:
      "<p>Not yet, sorry. We deliver to <strong>mainland China only</strong>. A friend's address or a forwarding company in China works, though we can't cover damage on the forwarding leg.</p>",
  },
  {
    key: "en-track",
    category: "English/Shipping",
    question: "Where can I track my parcel?",
    similar: [
      "track my order",
      "where is my package",
      "where is my order",
      "tracking number please",
      "my parcel hasn't moved for days",
      "tracking not updating",
    ],
    answer:
      "<p>Open <strong>My orders → Track</strong>. A new number needs about 6 hours for its first scan. If nothing moved for more than 3 days, ask for a person with your order number and we will chase the courier the same day.</p>",
  },
  {
    key: "en-return",
    category: "English/Returns",
    question: "What is your return policy?",
    similar: [
      "can I return it",
      "how do I return something",
      "I want to send it back",
      "return window",
      "don't like it, can I return",
    ],
    answer:
      "<p>You have <strong>15 days</strong> from delivery to return anything unused with its tags; trying on indoors is fine. Go to My orders → After-sales → Return, and book a pick-up. Opened socks and underwear can't be returned.</p>",
  },
  {
    key: "en-refund",
    category: "English/Returns",
    question: "When do I get my refund?",
    similar: [
      "refund how long",
      "where is my money",
      "refund not received",
      "how many days for refund",
      "refund to my card",
    ],
    answer:
      "<p>We check returns within 24 hours of arrival and refund to the <strong>original payment method</strong>: wallets within 24 hours, debit cards 1–3 working days, credit cards 3–7 working days.</p>",
  },
  {
    key: "en-exchange",
    category: "English/Returns",
    question: "Can I exchange for another size?",
    similar: [
      "wrong size",
      "need a bigger size",
      "swap size",
      "shoes too small can I change",
      "exchange for different colour",
    ],
    answer:
      "<p>Yes, <strong>one free exchange</strong> of size or colour within 15 days if it hasn't been worn outdoors. Choose After-sales → Exchange; the new one leaves the day we receive the old one.</p>",
  },
  {
    key: "en-coupon",
    category: "English/Prices",
    question: "Do you have any discount or coupon?",
    similar: [
      "any promo code",
      "student discount",
      "coupon for new customer",
      "can I get a discount",
      "when is the next sale",
    ],
    answer:
      "<p>New customers get <strong>¥20 off ¥199</strong>, students 5% off after verification, and every 18th is members' day with ¥30 off ¥300. If a price drops within 15 days of your payment, we refund the difference.</p>",
  },
  {
    key: "en-invoice",
    category: "English/Prices",
    question: "Can I get an invoice (fapiao)?",
    similar: [
      "need a fapiao",
      "invoice for reimbursement",
      "how to get receipt",
      "VAT invoice",
      "company invoice please",
    ],
    answer:
      "<p>Yes. After confirming receipt, choose <strong>My orders → Invoice</strong>; the electronic fapiao arrives by e-mail within 3 working days. You can ask for it up to 90 days later.</p>",
  },
  {
    key: "en-address",
    category: "English/Orders",
    question: "How do I change my delivery address?",
    similar: [
      "wrong address",
      "change address",
      "I moved, update address",
      "edit shipping address",
      "typed the wrong phone number",
    ],
    answer:
      "<p>Before dispatch: <strong>My orders → Change address</strong>, once. After dispatch, ask for a person right away with the order number and the new address; rerouting to another province costs about ¥8.</p>",
  },
  {
    key: "en-tent",
    category: "English/Products",
    question: "Is the Yunji tent waterproof, and how heavy is it?",
    similar: [
      "tent waterproof?",
      "tent weight",
      "does the tent leak in rain",
      "how many people fit in the tent",
      "tent size",
    ],
    answer:
      "<p>The fly is rated <strong>3000 mm</strong> and the floor 5000 mm with taped seams: fine for a night of steady rain. Inner 215 × 135 cm for two people, <strong>2.1 kg</strong> in all.</p>",
  },
  {
    key: "en-size",
    category: "English/Products",
    question: "Which size should I choose?",
    similar: ["size guide", "what size jacket", "do the boots run small", "I'm 180cm which size", "sizing advice"],
    answer:
      "<p>Jackets are true to size with room for a fleece. Hiking boots: take <strong>half to one size up</strong> for thick socks. Tell us your height, weight and usual size and ask for a person if you are between sizes.</p>",
  },
  {
    key: "en-warranty",
    category: "English/Products",
    question: "How long is the warranty?",
    similar: [
      "warranty period",
      "my zipper broke",
      "do you repair tents",
      "lamp stopped working",
      "something is broken, what now",
    ],
    answer:
      "<p>Tents, packs, cases, poles and mats <strong>2 years</strong>; clothing, sleeping bags, flasks and lamps <strong>1 year</strong>; boots 6 months. The order number is proof enough. After that we repair at cost.</p>",
  },
];
