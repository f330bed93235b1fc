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

/** Questions beyond the shop's knowledge: this is what "effect optimisation" has to find. */
export const unknownQuestions = {
  "zh-CN": [
    "(帐篷|天幕)能租吗",
    "(可以|能)刻我名字的缩写吗",
    "你们有(天幕|吊床|睡袋内胆)卖吗",
    "(川西|稻城|武功山){月}月去冷不冷",
    "帐篷里能用(暖风机|电热毯)吗",
    "我家狗子也能睡(帐篷里|垫子上)吗",
    "这个和隔壁店那款比(哪个好|咋样)",
    "(背包|箱子)可以以旧换新不",
    "能帮我(看看|规划下)路线吗",
    "我的订单页面怎么是(空白的|英文)",
    "(水洗标|吊牌)上那个编号什么意思",
    "(小程序|网页)老闪退",
    "我公司注销了票还能(抵|用)吗",
    "有没有(徒步|露营)的活动可以报名",
    "(冲锋衣|抓绒)含不含动物成分",
    "能不能送一个登山扣",
    "帐篷挨着(湖边|林子)搭安全不",
    "(登山杖|灯)可以带去(日本|泰国)吗",
    "换季的时候旧款会(下架|停产)吗",
    "我爸{年纪}了适合用哪根登山杖",
    "那个模特身上的帽子有(链接|卖)吗",
    "{月}月还会上新吗",
    "包装盒能(回收|不要)吗 太浪费了",
    "孕妇能睡充气垫吗",
    "直播间说送的那个(杯套|贴纸)在哪领",
    "积分能不能转给(朋友|我老婆)",
    "同一个账号能绑两个手机吗",
    "在(机场|高铁站)能自提吗",
    "帐篷能不能(加个雪裙|换成黑色杆子)",
    "(睡袋|垫子)有甲醛吗",
  ],
  en: [
    "do you rent tents",
    "can I bring the lamp on a flight to Japan",
    "is the fleece made of recycled plastic",
    "any hiking group I can join in {城市}",
  ],
} as const;

/** Too short or too broad for one answer: the bot offers a list. By first level of the knowledge tree. */
export const vagueQuestions: Readonly<Record<string, readonly string[]>> = {
  物流配送: ["快递", "发货", "物流", "我的东西呢", "怎么还没到", "寄件的事", "包裹"],
  退换退款: ["退", "换", "退款", "售后", "不合适", "不想要了咋弄", "退换货"],
  价格优惠: ["优惠", "券", "价格", "便宜", "活动", "打折的"],
  订单: ["订单", "改一下", "我的单", "订单有点问题", "下单"],
  支付: ["付款", "支付", "钱的问题", "分期"],
  发票: ["发票", "开票", "报销", "票"],
  帐篷睡眠: ["帐篷", "睡袋", "垫子", "帐篷怎么样"],
  背包箱包: ["背包", "包", "箱子", "那个大包"],
  服装鞋靴: ["冲锋衣", "衣服", "鞋", "登山鞋怎么样", "尺码"],
  露营装备: ["登山杖", "灯", "水壶", "推荐一下"],
  保修维修: ["坏了", "保修", "维修", "修"],
  会员账号: ["会员", "积分", "账号", "登录"],
  门店服务: ["门店", "客服", "店"],
  English: ["shipping", "return", "tent", "size"],
};
