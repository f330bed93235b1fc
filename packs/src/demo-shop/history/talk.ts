/** Words around the scripts: openings, farewells, notes, ratings. */

/** When there is nothing to have read before. */
export const plainOpenings: readonly string[] = [
  "",
  "",
  "",
  "您好，",
  "您好，看到您的问题了，",
  "亲，您好～",
  "让您久等了，",
];

export const agentOpenings: readonly string[] = [
  ...plainOpenings,
  "您好呀，前面的记录我看过了。",
  "看了您和机器人的对话，",
];

export const agentClosings = {
  "zh-CN": {
    solved: [
      "好嘞，还有别的可以帮您吗？",
      "没问题，您先忙，有需要随时找我。",
      "好的，祝您玩得开心～",
      "嗯嗯，有问题随时来找我。",
      "好的，还有想问的尽管说。",
      "嗯嗯，对话记录都在，下次接着问就行。",
    ],
    unsolved: [
      "实在抱歉没能让您满意，我把您的意见记下来了。",
      "理解您的心情，您的话我原样转给负责的同事了。",
      "好的，您考虑好了随时找我们。",
      "抱歉，目前只能这样处理。",
    ],
    farewell: [
      "不客气，祝您路上风景好～",
      "应该的，有需要再找我。",
      "不客气，麻烦您给个评价哦。",
      "不用谢，再见～",
      "客气啦，一路顺风！",
    ],
  },
  en: {
    solved: [
      "All set. Anything else I can do for you?",
      "You're welcome, I'll keep an eye on it.",
      "Done. Have a good trip!",
    ],
    unsolved: ["I'm sorry we couldn't do more this time.", "I understand, and I've passed your request on."],
    farewell: ["My pleasure. Bye!", "You're welcome!"],
  },
} as const;

export const customerThanks = {
  "zh-CN": [
    "谢谢",
    "好的谢谢",
    "谢谢你哈",
    "感谢",
    "好的，谢谢啦",
    "多谢",
    "嗯嗯 谢谢",
    "辛苦了",
    "好的",
    "知道了 谢谢",
  ],
  en: ["Thanks!", "Great, thanks a lot", "Thank you so much"],
} as const;

export const impatience = {
  "zh-CN": ["？", "人呢", "有人吗", "在不在啊", "怎么不回我", "等半天了", "喂"],
  en: ["hello?", "anyone there?", "still waiting"],
} as const;

export const offlineWords = {
  "zh-CN": [
    "订单{订单号}{天数}天没发货了，上班了帮我看下",
    "{商品}想换个颜色，明天联系我",
    "快递显示签收我没收到，{订单号}，请尽快处理",
    "想问{商品}{颜色}什么时候有货，谢谢",
    "退款{金额}一直没到，麻烦查查",
    "收到的{商品}有瑕疵，想换一个，照片明天发",
    "地址要改成{城市}，能改的话回个电话",
    "发票抬头开错了，明天上班帮我重开",
    "下周去{城市}露营，想请你们推荐几样东西",
    "怎么转人工要等这么久，回我电话",
  ],
  en: [
    "Order {订单号} has not shipped yet, please check in the morning",
    "I'd like to swap the size of my {商品}, please call me",
  ],
} as const;

export const transferNotes: readonly string[] = [
  "客户希望主管来确认，前情已核实",
  "涉及补偿，我这边权限不够，麻烦接一下",
  "客户情绪急，请优先",
  "我到点下班，前情都核实过了，麻烦接着跟",
  "手上会话满了，这位等得有点久，麻烦接一下",
];

export const workNotes: readonly string[] = [
  "客户对时效敏感，下次默认推荐特快",
  "这个问题可能还会再来问，注意安抚",
  "页面说明容易让人误会，已反馈给商品同事",
  "答应了回访，明天下午看一眼",
  "老客户，说话客气，优先照顾",
  "问得很细，适合收进知识库",
];

/** What a customer comes back with after the end, and what the agent says to it. */
export const afterthoughts: Readonly<Record<"zh-CN" | "en", readonly { more: string; reply: string }[]>> = {
  "zh-CN": [
    { more: "对了，单号在哪里看来着", reply: "我的订单 → 查看物流，最上面一行就是单号～" },
    { more: "刚才忘了问，包裹能备注放门口吗", reply: "可以的，已经给您备注“放门口”了" },
    { more: "不好意思再问一句，周末也发货对吧", reply: "对的，周末照常发货" },
    { more: "还有，发票什么时候能申请", reply: "确认收货以后就可以，在订单里点“申请发票”" },
    { more: "刚看到说有价保，是多少天", reply: "15 天内降价都能退差，订单里点“价格保护”" },
  ],
  en: [{ more: "Sorry, one more thing: do you ship on weekends?", reply: "Yes, weekends too." }],
};

/** Comments by stars; what they complain of must fit the reasons ticked. */
export const comments = {
  good: [
    "回复快，态度好",
    "讲得很清楚",
    "很耐心",
    "帮我解决了，赞",
    "专业",
    "很满意",
    "终于遇到懂产品的客服",
    "没想到这么快",
  ],
  unsolved: ["问题没解决", "说了半天还是不行", "只会道歉", "等于没说", "给的方案不能接受"],
  slow: ["等太久了", "几分钟才回一句", "回复太慢", "催了才理我", "半天不说话"],
  attitude: ["有点敷衍", "感觉不耐烦", "复制粘贴一样"],
  repeat: ["同样的话说了三遍", "换个人又要重说一遍", "机器人问一遍人工又问一遍"],
  other: ["一般般", "还行吧", "凑合"],
  bot: ["机器人挺好用", "秒回", "答得对", "听不懂人话", "答非所问", "还是人工好"],
} as const;

/** Why somebody would recommend the shop or not, or found it easy or not. */
export const surveyComments = {
  "zh-CN": {
    good: ["东西好，客服也好", "已经推荐给驴友了", "问什么都很快有答案", "一次就说清楚了", "会回购"],
    fair: ["还可以，发货再快点就好了", "客服不错，就是高峰要等", "能解决，就是多问了几遍", "价格再实惠点"],
    bad: ["问了半天没结果", "找人工找了好久", "售后太慢", "机器人绕来绕去", "说法前后不一样"],
  },
  en: {
    good: ["Clear answer, fast", "Great gear, great help", "Sorted in two minutes"],
    fair: ["Fine, but shipping could be faster", "Had to ask twice"],
    bad: ["Took far too long", "Never got a clear answer"],
  },
} as const;
