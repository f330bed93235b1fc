import type { LogMapping } from "@yingda/contract/routes/imports";

/** What fields of conversation logs are called, and what their values say, in Chinese and English. */

export type Place = Exclude<keyof LogMapping, "actors" | "timeZone" | "source">;

/** Without spaces, underscores and capitals; the more telling first. */
export const names: Record<Place, string[]> = {
  conversation: [
    ...["conversationid", "conversation", "convid", "conv", "sessionid", "session", "dialogueid", "dialogid"],
    ...["chatid", "threadid", "thread", "ticketid", "dialogue", "dialog", "cid"],
    ...[
      "会话id",
      "会话编号",
      "会话号",
      "会话标识",
      "会话",
      "对话id",
      "对话编号",
      "聊天id",
      "咨询id",
      "咨询编号",
      "工单号",
    ],
  ],
  messages: ["messages", "turns", "utterances", "dialogue", "dialog", "items", "chat", "消息", "对话", "聊天记录"],
  actor: [
    ...["actor", "role", "sendertype", "fromtype", "sender", "speaker", "from", "author", "usertype", "side"],
    ...[
      "发送方",
      "发送方类型",
      "发送者类型",
      "发送者",
      "发送人",
      "发送人类型",
      "角色",
      "说话人",
      "发言人",
      "发言方",
      "消息方",
    ],
  ],
  text: [
    ...["text", "content", "message", "body", "utterance", "msg", "messagecontent", "messagetext"],
    ...["内容", "消息内容", "聊天内容", "对话内容", "文本", "消息", "发送内容"],
  ],
  time: [
    ...["time", "timestamp", "sentat", "createdat", "createtime", "sendtime", "datetime", "date", "ts", "at"],
    ...["时间", "发送时间", "消息时间", "创建时间", "日期", "聊天时间", "时间戳"],
  ],
  agent: [
    ...["agentid", "agent", "agentname", "staffid", "staff", "operator", "operatorid", "csr", "servicer"],
    ...["客服", "客服id", "客服账号", "客服昵称", "客服姓名", "客服名称", "接待客服", "坐席", "坐席id", "工号"],
  ],
  customer: [
    ...["customerid", "customer", "userid", "user", "buyerid", "buyer", "visitorid", "visitor", "clientid", "client"],
    ...["客户", "客户id", "顾客", "顾客id", "用户", "用户id", "买家", "买家id", "买家昵称", "访客", "访客id"],
  ],
  channel: ["channel", "platform", "entrance", "渠道", "来源渠道", "平台", "来源"],
  intent: ["intent", "intention", "topic", "意图", "咨询类型", "问题类型", "咨询意图"],
  product: ["productid", "product", "sku", "skuid", "itemid", "商品", "商品id", "商品编号"],
  region: [
    ...["region", "province", "area", "city", "location"],
    ...["地区", "省份", "省", "所在地", "客户地区", "城市"],
  ],
  rating: [
    ...["rating", "stars", "csat", "satisfaction", "score", "ratingstars"],
    ...["评分", "评价", "满意度", "星级", "服务评分", "评价星级", "满意度评分"],
  ],
  closed: [
    ...["closedat", "closetime", "closed", "endedat", "endtime", "finishedat", "resolvedat"],
    ...["结束时间", "关闭时间", "会话结束时间", "会话关闭时间", "完结时间"],
  ],
  event: [
    ...["event", "eventtype", "type", "kind", "messagetype", "msgtype", "action"],
    ...["事件", "事件类型", "类型", "消息类型", "动作", "操作"],
  ],
  order: ["seq", "sequence", "order", "index", "turnid", "messageno", "no", "序号", "消息序号", "顺序"],
};

export const actorWords: Record<keyof LogMapping["actors"], string[]> = {
  customer: [
    ...["customer", "user", "client", "buyer", "visitor", "guest", "consumer", "shopper", "c", "u", "q"],
    ...["客户", "顾客", "用户", "买家", "访客", "消费者", "会员"],
  ],
  agent: [
    ...["agent", "staff", "seller", "operator", "support", "service", "csr", "waiter", "merchant", "admin", "human"],
    ...["servicer", "representative", "a", "s", "客服", "坐席", "人工", "人工客服", "商家", "卖家", "店小二", "店家"],
  ],
  bot: [
    ...["bot", "robot", "chatbot", "ai", "assistant", "ivr", "机器人", "智能客服", "机器人客服", "小助手", "智能助手"],
  ],
};

const eventWords = {
  close: [
    ...["close", "closed", "end", "ended", "finish", "finished", "conversationclosed", "sessionend", "sessionclosed"],
    ...["结束", "关闭", "会话结束", "结束会话", "会话关闭", "关闭会话", "完结"],
  ],
  rating: [
    "rate",
    "rated",
    "rating",
    "csat",
    "ratinggiven",
    "evaluate",
    "evaluation",
    "评价",
    "评分",
    "客户评价",
    "满意度评价",
  ],
};

/** What a row is, where a log has more than messages. */
export function readEvent(value: string): "message" | "close" | "rating" {
  const word = plain(value);
  if (eventWords.close.includes(word)) return "close";
  return eventWords.rating.includes(word) ? "rating" : "message";
}

export const plain = (name: string): string => name.toLowerCase().replace(/[\s_\-./:：（）()]/g, "");

const ratingWords: [RegExp, number][] = [
  [/^(?:非常满意|很满意|五星|verysatisfied|excellent)$/, 5],
  [/^(?:满意|好评|四星|satisfied|good)$/, 4],
  [/^(?:一般|中评|三星|neutral|average|ok)$/, 3],
  [/^(?:不满意|二星|两星|dissatisfied|bad|poor)$/, 2],
  [/^(?:非常不满意|很不满意|差评|一星|verydissatisfied|terrible)$/, 1],
];

/** Exports write "not rated" as nothing, a dash or a nought. */
export const isUnrated = (text: string): boolean => /^(?:0|-*|—|未评价?|无|null|none|n\/a)$/i.test(text);

/** 1 to 5; null for anything else: a 9 is not a 5. */
export function readStars(text: string): number | null {
  const number = /^([1-5])(?:\.0+)?\s*(?:星|分|stars?|\/\s*5)?$/i.exec(text)?.[1];
  if (number) return Number(number);
  return ratingWords.find(([words]) => words.test(plain(text)))?.[1] ?? null;
}
