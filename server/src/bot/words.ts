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
  unknownAgain: {
    "zh-CN": "这个我也答不上来，抱歉让您一再追问。直接转人工吧，同事能看到前面的对话，不用再说一遍。",
    en: "I can't answer that one either, sorry to keep you asking. A person can: they see the chat so far.",
  },
  unknownUpset: {
    "zh-CN": "非常抱歉让您不愉快了。这件事我怕说不清楚，请转人工，由同事来为您处理。",
    en: "I'm very sorry about this. I'm not able to settle it myself, please talk to a person about it.",
  },
  unknownUrgent: {
    "zh-CN": "知道您着急，抱歉，这个问题我还没有学会。请直接转人工，由同事来帮您。",
    en: "I see it's urgent. I don't know that one yet, sorry: please talk to a person.",
  },
  unknownButOneNear: {
    "zh-CN": "抱歉，我没有完全明白。您想问的是不是这个？不是的话可以转人工客服。",
    en: "Sorry, I'm not sure I understood. Is it this one? If not, you can talk to a person.",
  },
  upset: {
    "zh-CN": "非常抱歉让您不愉快了。",
    en: "I'm very sorry about this.",
  },
  guidedOne: { "zh-CN": "您想问的是这个吗？", en: "Is this what you'd like to know?" },
  guided: { "zh-CN": "您想了解的是下面哪一个？", en: "Which of these do you mean?" },
  again: {
    "zh-CN": "还没有解决您的问题吗？可以换个说法告诉我，或者转人工客服。",
    en: "Not what you were looking for? Tell me in other words, or talk to a person.",
  },
  partNear: {
    "zh-CN": "这个问题请在下面选一个最接近的，或者换个说法单独再问。",
    en: "Please pick the nearest of those below, or ask it by itself in other words.",
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
