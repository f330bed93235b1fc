/** What the bot says of its own, beside the shop's knowledge. Short, and honest about being a bot. */

type Locale = "zh-CN" | "en";

const words = {
  unknown: {
    "zh-CN": "抱歉，这个问题我还没有学会。您可以换个说法再问，或者转人工客服。",
    en: "Sorry, I don't know that one yet. Try asking in other words, or talk to a person.",
  },
  unknownButNear: {
    "zh-CN": "抱歉，我没有完全明白。您想问的是不是下面这些？都不是的话可以转人工客服。",
    en: "Sorry, I'm not sure I understood. Is it one of these? If not, you can talk to a person.",
  },
  guided: { "zh-CN": "您想了解的是下面哪一个？", en: "Which of these do you mean?" },
  again: {
    "zh-CN": "还没有解决您的问题吗？可以换个说法告诉我，或者转人工客服。",
    en: "Not what you were looking for? Tell me in other words, or talk to a person.",
  },
  partUnknown: {
    "zh-CN": "这个问题我还没有学会，可以换个说法再问，或者转人工客服。",
    en: "I don't know that one yet: try other words, or talk to a person.",
  },
  gone: {
    "zh-CN": "这个问题的答案刚刚下线了，您可以直接输入问题，或者转人工客服。",
    en: "That answer was just taken down. Ask in your own words, or talk to a person.",
  },
  image: {
    "zh-CN": "图片收到了。我是机器人，看不懂图片，请用文字说说您的问题，或者转人工客服查看。",
    en: "Got your picture. I'm a bot and can't read pictures: tell me in words, or talk to a person.",
  },
  file: {
    "zh-CN": "文件收到了。我是机器人，打不开文件，请用文字说说您的问题，或者转人工客服查看。",
    en: "Got your file. I'm a bot and can't open files: tell me in words, or talk to a person.",
  },
  product: {
    "zh-CN": "看到您发来的商品了，您想了解它的什么？",
    en: "I see the product. What would you like to know about it?",
  },
  handOver: { "zh-CN": "好的，正在为您转接人工客服。", en: "Of course, I'm getting a person for you." },
} as const;

export const say = (key: keyof typeof words, locale: string | null): string =>
  words[key][locale === "en" ? "en" : ("zh-CN" as Locale)];
