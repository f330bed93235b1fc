import type { KnowledgeEntry } from "../types.ts";

/** What we sell, for customers who write English. The promises are those of the Chinese entries. */
export const englishProducts: readonly KnowledgeEntry[] = [
  {
    key: "en-tent-setup",
    category: "English/Products",
    question: "How do I pitch the tent?",
    similar: [
      "is the tent easy to set up",
      "tent instructions",
      "how long does it take to put up the tent",
      "setting up the tent alone",
      "assemble the tent",
    ],
    answer:
      "<p>Inner tent flat, pegs in the corners; two poles crossed; clips on; fly over it, guy lines tight. About <strong>8 minutes</strong> for one person the first time; a card with pictures is in the bag.</p>",
  },
  {
    key: "en-tent-wind",
    category: "English/Products",
    question: "How much wind can the tent take?",
    similar: [
      "is the tent windproof",
      "tent in a storm",
      "can I use the tent in snow",
      "is it a four-season tent",
      "will the wind blow the tent away",
    ],
    answer:
      "<p>It is a <strong>three-season tent</strong>: with all eight guy lines it stands a night of force 6 wind. Not for stronger wind or snow, it has no snow skirt.</p>",
  },
  {
    key: "en-tent-size",
    category: "English/Products",
    question: "How many people fit in the tent, and how big is it packed?",
    similar: [
      "dimensions of the tent",
      "tent for three people",
      "tall person in the tent",
      "packed size of the tent",
      "does the tent fit in my backpack",
    ],
    answer:
      "<p>Inner <strong>215 × 135 cm</strong>, 110 cm high: two adults with packs, or with one small child; up to 190 cm tall. Packed 45 × 15 cm, 2.1 kg, fits upright in the Changpo 45 L.</p>",
  },
  {
    key: "en-tent-parts",
    category: "English/Products",
    question: "Can I buy spare poles and pegs?",
    similar: ["replacement tent pole", "extra pegs", "I broke a pole", "tent footprint", "guy lines sold separately"],
    answer:
      "<p>Yes, under Accessories: pole section <strong>¥15</strong>, ten pegs ¥19, four guy lines ¥12, footprint ¥69. A pole that breaks by itself within two years is replaced free, ask for a person.</p>",
  },
  {
    key: "en-tent-care",
    category: "English/Products",
    question: "How do I clean and store the tent?",
    similar: ["washing the tent", "mould on the tent", "dry the tent", "tent smells"],
    answer:
      "<p><strong>No machine, no detergent</strong>: water and a sponge, dry it fully in the shade, store it loose and dry. Packed wet for more than a day it may get mould, which the warranty doesn't cover.</p>",
  },
  {
    key: "en-bag-temp",
    category: "English/Products",
    question: "What temperature is the down sleeping bag good for?",
    similar: [
      "how warm is the sleeping bag",
      "sleeping bag in winter",
      "sleeping bag below zero",
      "comfort temperature",
      "will I be cold in the sleeping bag",
    ],
    answer:
      "<p>Comfort <strong>0 °C</strong>, limit −5 °C: spring and autumn, and winter in the south. If you feel the cold, go by the comfort figure and add a mat. Filled with 500 g of white duck down, 700 fill power.</p>",
  },
  {
    key: "en-bag-size",
    category: "English/Products",
    question: "How long and heavy is the sleeping bag?",
    similar: [
      "sleeping bag for tall people",
      "sleeping bag packed size",
      "can two sleeping bags be zipped together",
      "width of the sleeping bag",
    ],
    answer:
      "<p><strong>215 × 80 cm</strong>, for up to 190 cm; 1.15 kg, packed 28 × 18 cm. A left and a right one zip together.</p>",
  },
  {
    key: "en-bag-wash",
    category: "English/Products",
    question: "How should I wash the sleeping bag?",
    similar: [
      "can the sleeping bag go in the washing machine",
      "dry clean a down bag",
      "drying the sleeping bag",
      "down is clumping",
    ],
    answer:
      "<p>Rarely, with <strong>down wash</strong>, by hand in the tub or a gentle front loader; no dry cleaning, no wringing. Tumble dry low with two tennis balls until no clumps are left.</p>",
  },
  {
    key: "en-mat",
    category: "English/Products",
    question: "How thick is the mat, and is it comfortable?",
    similar: [
      "size of the sleeping mat",
      "mat weight",
      "R-value of the mat",
      "mat for sleeping on my side",
      "can two mats be joined",
    ],
    answer:
      "<p><strong>188 × 60 × 5 cm</strong>, 1.2 kg, R 4.0: soft enough for side sleepers. Two button together and fill the Yunji tent.</p>",
  },
  {
    key: "en-mat-inflate",
    category: "English/Products",
    question: "How does the mat inflate, and what if it leaks?",
    similar: ["mat loses air", "blow up the mat", "mat goes flat overnight", "patch the mat", "mat won't inflate"],
    answer:
      "<p>Open the valve, wait <strong>10 minutes</strong>, add two or three breaths. A hole is closed with the patch in the bag; a leaking valve is replaced free for two years.</p>",
  },
  {
    key: "en-pack-choose",
    category: "English/Products",
    question: "Which backpack should I take, 20 or 45 litres?",
    similar: [
      "compare the packs",
      "Qingzhou or Changpo",
      "backpack for a weekend hike",
      "how big a pack do I need",
      "pack for a day hike",
    ],
    answer:
      "<p>For <strong>a day</strong> (water, jacket, lunch) the Qingzhou 20 L; <strong>overnight</strong> with tent and sleeping bag the Changpo 45 L, whose belt carries the load on your hips.</p>",
  },
  {
    key: "en-pack-45",
    category: "English/Products",
    question: "Is the Changpo 45 L pack waterproof, and can I fly with it?",
    similar: [
      "rain cover for the backpack",
      "will my things get wet in the pack",
      "how heavy is the trekking pack",
      "45 L pack as carry-on",
      "back length of the pack",
    ],
    answer:
      "<p>Water-repellent, and a <strong>rain cover is included</strong> (bottom pocket). 1.6 kg, adjustable for 155–188 cm. 68 × 32 × 24 cm is too big for the cabin: check it in.</p>",
  },
  {
    key: "en-pack-20",
    category: "English/Products",
    question: "How small does the Qingzhou daypack fold, and what fits in?",
    similar: [
      "folded size of the daypack",
      "daypack for a laptop",
      "is the foldable bag strong",
      "weight of the daypack",
      "daypack in the rain",
    ],
    answer:
      "<p>260 g, folds to <strong>18 × 12 cm</strong>, carries 6 kg with ease, water-repellent. No laptop sleeve: a 13-inch one goes in with a sleeve of its own.</p>",
  },
  {
    key: "en-case",
    category: "English/Products",
    question: "Is the Tuoling case allowed in the cabin?",
    similar: [
      "suitcase dimensions",
      "carry-on size",
      "does the suitcase fit in the overhead bin",
      "how many days does the case hold",
      "weight of the suitcase",
    ],
    answer:
      "<p><strong>55 × 36 × 22 cm</strong> with wheels, 2.9 kg, 36 L: within the limits of Chinese airlines, for 3–4 days. Low-cost airlines allow less: please check yours.</p>",
  },
  {
    key: "en-case-lock",
    category: "English/Products",
    question: "How do I set or reset the case's lock?",
    similar: ["forgot the combination", "suitcase won't open", "change the lock code", "default code of the case"],
    answer:
      "<p>It comes as <strong>000</strong>. At 000 press the small button with a pen, dial your own, push the opener. Forgotten: try 000 to 999 in order (15 minutes), or ask for a person, we open it free.</p>",
  },
  {
    key: "en-jacket",
    category: "English/Products",
    question: "Is the Wuling shell jacket waterproof and warm?",
    similar: [
      "rain jacket in heavy rain",
      "is the jacket breathable",
      "jacket for winter",
      "my jacket got wet through",
      "jacket not repelling water any more",
    ],
    answer:
      "<p><strong>10,000 mm</strong>, taped seams, breathable: a day of steady rain. It has no lining: wear a fleece under it below 10 °C. 480 g in M, sizes S–3XL.</p><p>If water no longer beads, wash it and tumble dry low, or spray it; if water comes <em>through</em> a seam, that is a fault: ask for a person.</p>",
  },
  {
    key: "en-jacket-wash",
    category: "English/Products",
    question: "How do I wash the jacket?",
    similar: [
      "jacket in the washing machine",
      "detergent for the shell",
      "can I iron the jacket",
      "care of the jacket",
    ],
    answer:
      "<p>Zips closed, inside out, gentle <strong>30 °C</strong> with mild detergent; no softener, bleach, wringing or dry cleaning. Then 20 minutes in a cool dryer bring the water repellency back.</p>",
  },
  {
    key: "en-colours",
    category: "English/Products",
    question: "Which colours are there?",
    similar: ["colour options", "do you have it in black", "other colours", "are the colours like in the photos"],
    answer:
      "<p>Jacket: moss, slate, persimmon. Tent: moss, sand. Sleeping bag: dusk blue, persimmon. Changpo: moss, ink. The others are on each product's page. Screens differ a little; a colour you don't like can be exchanged within 15 days.</p>",
  },
  {
    key: "en-fleece",
    category: "English/Products",
    question: "Is the Xuexian fleece warm, and how do I wash it?",
    similar: [
      "fleece thickness",
      "does the fleece pill",
      "fleece in the dryer",
      "wear the fleece on its own",
      "fleece windproof",
    ],
    answer:
      "<p>Mid-weight, <strong>260 g/m²</strong>: alone at 12–18 °C, under a shell when colder; not windproof. 30 °C in a laundry bag, no dryer: it keeps its size and hardly pills.</p>",
  },
  {
    key: "en-tee",
    category: "English/Products",
    question: "How fast does the quick-dry tee dry?",
    similar: ["tee shrinking", "size of the T-shirt", "UV protection", "does the tee smell", "wash the tee"],
    answer: "<p>About <strong>40 minutes</strong>, UPF 40+. True to size, doesn't shrink; 30 °C, no dryer.</p>",
  },
  {
    key: "en-boots",
    category: "English/Products",
    question: "Are the Yanyang boots waterproof?",
    similar: [
      "can I cross a stream in the boots",
      "boots in snow",
      "boots grip on wet rock",
      "weight of the boots",
      "are the boots hot in summer",
    ],
    answer:
      "<p>Yes, a <strong>waterproof lining</strong>: rain, shallow streams, melting snow, as long as water doesn't come in at the top. Lugs of 5 mm; wet moss is slippery for all. 520 g each in 42.</p>",
  },
  {
    key: "en-boots-fault",
    category: "English/Products",
    question: "The sole of my boots is coming off",
    similar: ["glue failed on the boots", "boots fell apart", "new boots hurt my heels", "boots rub"],
    answer:
      "<p>A sole that comes off within <strong>6 months</strong> means new boots, free; later we glue it for ¥30: ask for a person with two photos.</p><p>Boots that rub: wear them in at home 3–5 times, with thick socks; unworn outdoors they can be exchanged.</p>",
  },
  {
    key: "en-poles",
    category: "English/Products",
    question: "How long are the trekking poles, and can I fly with them?",
    similar: [
      "pole length for my height",
      "poles in hand luggage",
      "poles on the train",
      "how do I adjust the poles",
      "are the poles carbon",
    ],
    answer:
      "<p><strong>95–125 cm</strong>, 38 cm folded, for 150–190 cm; a pair, 7075 aluminium, 245 g each. By plane they must be <strong>checked in</strong>; by train they usually may come along, folded.</p>",
  },
  {
    key: "en-lamp",
    category: "English/Products",
    question: "How long does the camp lamp last, and how do I charge it?",
    similar: ["lamp battery life", "charging time of the lamp", "lamp USB-C", "is the lamp bright", "lamp in the rain"],
    answer:
      "<p><strong>6 hours at full light, 18 at medium, 80 as a night light</strong>; USB-C, full in 3.5 hours. 400 lumens, dims, IPX4: rain yes, under water no.</p>",
  },
  {
    key: "en-lamp-broken",
    category: "English/Products",
    question: "My lamp doesn't charge or light up",
    similar: ["lamp dead", "lamp flickers", "lamp won't turn on", "charging light is off"],
    answer:
      "<p>Try another cable and a 5 V charger (<strong>not above 20 W</strong>) for 30 minutes, then hold the button for 10 seconds. Still dark: a new one, free within a year; ask for a person with a short video.</p>",
  },
  {
    key: "en-flask",
    category: "English/Products",
    question: "How long does the flask keep drinks hot, and what may I put in?",
    similar: [
      "flask keeps cold",
      "coffee in the flask",
      "fizzy drinks in the bottle",
      "what material is the flask",
      "flask capacity",
    ],
    answer:
      "<p>95 °C water is at <strong>75 °C after 6 hours</strong>, 62 °C after 12; ice water stays cold for 24. 750 ml, 316 steel. Water, tea, coffee: yes; <strong>no fizzy drinks</strong>, no dry ice.</p>",
  },
  {
    key: "en-flask-clean",
    category: "English/Products",
    question: "How do I clean the flask?",
    similar: ["is the flask dishwasher safe", "flask smells", "tea stains in the bottle", "rust spots in the flask"],
    answer:
      "<p>By hand with mild soap, <strong>not in the dishwasher</strong>; the seal comes out. Smell and stains: a spoon of baking soda in warm water for an hour. Brown spots: white vinegar for 20 minutes.</p>",
  },
  {
    key: "en-first-time",
    category: "English/Products",
    question: "What do I need for my first camping trip?",
    similar: [
      "recommend some gear",
      "beginner camping set",
      "what should I buy",
      "which tent do you recommend",
      "camping for two",
    ],
    answer:
      "<p>For two, spring to autumn, by car: Yunji tent ¥599, two Shiban mats ¥438, one or two sleeping bags (a quilt will do in summer), Shichai lamp ¥139. Tell us when and where, and a person will suggest more.</p>",
  },
  {
    key: "en-repair",
    category: "English/Products",
    question: "How do I get something repaired?",
    similar: ["broken zip", "zipper stuck", "repair cost", "how long does a repair take", "small tear in the fabric"],
    answer:
      "<p>My orders → After-sales → <strong>Repair</strong>, with photos; you hear within a working day, send it clean and dry, and have it back in 7–15 working days. Faults are free under warranty, else at cost (zip ¥40, hole from ¥20), and only once you agree.</p>",
  },
  {
    key: "en-prices",
    category: "English/Products",
    question: "How much do your products cost?",
    similar: [
      "price list",
      "what does the tent cost",
      "price of the jacket",
      "how much are the boots",
      "is it expensive",
    ],
    answer:
      "<p>Tent ¥599, sleeping bag ¥699, mat ¥219. Changpo 45 L ¥499, Qingzhou 20 L ¥159, cabin case ¥459, packing cubes ¥99. Shell jacket ¥899, fleece ¥269, tee ¥129, boots ¥569. Poles ¥229, lamp ¥139, flask ¥149.</p>",
  },
];
