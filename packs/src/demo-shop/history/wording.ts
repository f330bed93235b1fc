import type { Random } from "./random.ts";

/** `(a|b|)` chooses one, `{slot}` is filled in. Groups do not nest. */
export function spell(pattern: string, slots: Readonly<Record<string, string>>, random: Random): string {
  return pattern
    .replace(/\(([^()]*\|[^()]*)\)/g, (_, choices: string) => random.pick(choices.split("|")))
    .replace(/\{([^}]+)\}/g, (_, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`no words for {${name}}`);
      return value;
    });
}

const before = [
  "亲，",
  "你好，",
  "请问",
  "请问一下，",
  "在吗 ",
  "那个，",
  "想问下",
  "客服你好 ",
  "麻烦问下，",
  "哈喽，",
];
const after = ["？", "？？", "呀", " 谢谢", "，急", "，在线等", "。", "…", "呢", " 麻烦看下"];

/** The customer's question as typed this time: usually bare, sometimes with a greeting before or a sigh behind. */
export function typed(question: string, locale: "zh-CN" | "en", random: Random): string {
  if (locale === "en")
    return random.chance(0.3) ? `${random.pick(["Hi, ", "Hello! ", "Excuse me, "])}${question}` : question;
  const bare = question.replace(/[？。]$/, "");
  const head = random.chance(0.42) ? random.pick(before) : "";
  const tail = random.chance(0.4) ? random.pick(after) : "";
  return `${head}${bare}${tail}`;
}

export const greetings = {
  "zh-CN": ["在吗", "你好", "您好", "有人吗", "hi", "在不在", "嗨", "你好呀", "客服在吗", "早"],
  en: ["hi", "hello", "hey there", "good morning"],
} as const;

export const greetingReplies = {
  "zh-CN": ["您好呀，我是小岭，请问有什么可以帮您？", "在的，您请说～", "您好，想问发货、退换还是商品？直接说就好。"],
  en: ["Hello! What can I help you with?", "Hi there, ask me anything about your order or our gear."],
} as const;

export const thanksToBot = {
  "zh-CN": ["好的谢谢", "谢谢", "知道了", "明白了，谢谢", "ok", "好的", "嗯嗯 谢啦"],
  en: ["thanks", "great, thank you", "ok thanks"],
} as const;

export const thanksReplies = {
  "zh-CN": ["不客气，祝您路上风景好～", "不用谢，有需要随时找我。", "很高兴帮到您。"],
  en: ["You're welcome!", "Happy to help. Have a good trip!"],
} as const;

export const guidedReplies = {
  "zh-CN": "您想问的是下面哪一个？点一下就能看到答案；都不是的话，换个说法再问我一次。",
  en: "Which of these do you mean? Tap one to see the answer.",
} as const;

export const unknownReplies = {
  "zh-CN": [
    "这个问题我还没有学会，抱歉。您可以换个说法，或者点“转人工”。",
    "不好意思，我没太明白，帮您转给同事好吗？回复“转人工”就行。",
  ],
  en: ["Sorry, I don't know that one yet. You can rephrase, or ask for a person."],
} as const;

export const humanWords = {
  "zh-CN": ["转人工", "人工", "人工客服", "找个人来", "我要人工服务", "转人工！", "能不能来个真人", "叫人工"],
  en: ["talk to a person", "human please", "can I speak to an agent"],
} as const;

/** Said instead of "a person please" when the bot has failed once too often: it hands over on the tone. */
export const anger = {
  "zh-CN": [
    "什么破机器人，答非所问",
    "你到底听不听得懂",
    "说了半天一点用没有",
    "气死了，能不能来个人",
    "别给我发这些，没用",
  ],
  en: ["this bot is useless", "you are not listening to me"],
} as const;

/** Too short or too broad for one answer: the bot offers a list. By first level of the knowledge tree. */
export const vagueQuestions: Readonly<Record<string, readonly string[]>> = {
  物流配送: ["快递", "发货", "物流", "运费", "预售", "我的东西呢", "怎么还没到", "寄件的事", "包裹"],
  退换退款: ["退", "换", "退款", "售后", "不合适", "不想要了咋弄", "退换货"],
  价格优惠: ["优惠", "券", "价格", "便宜", "活动", "打折的", "赠品", "评价"],
  订单: ["订单", "改一下", "我的单", "订单有点问题", "下单", "有货", "礼物"],
  支付: ["付款", "支付", "钱的问题", "分期"],
  发票: ["发票", "开票", "报销", "票"],
  帐篷睡眠: ["帐篷", "睡袋", "垫子", "帐篷怎么样"],
  背包箱包: ["背包", "包", "箱子", "那个大包"],
  服装鞋靴: ["冲锋衣", "衣服", "鞋", "登山鞋怎么样", "尺码", "抓绒", "T恤"],
  露营装备: ["登山杖", "灯", "水壶", "推荐一下", "露营", "装备", "质量"],
  保修维修: ["坏了", "保修", "维修", "修"],
  会员账号: ["会员", "积分", "账号", "登录"],
  门店服务: ["门店", "客服", "店"],
  English: [
    ...["shipping", "delivery", "order", "parcel", "return", "refund", "discount", "invoice", "payment", "store"],
    ...["tent", "sleeping bag", "mat", "pack", "case", "jacket", "fleece", "boots", "lamp", "flask", "size", "repair"],
  ],
};
