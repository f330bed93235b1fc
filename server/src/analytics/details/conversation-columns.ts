import type { ColumnKind } from "@yingda/contract/details";
import { type FactName, factColumns } from "@yingda/measures/facts";
import type { IntentTree } from "../../intents/tree.ts";
import { sql } from "../../platform/db/database.ts";
import { type Column, channels, declare, handlers, reasons, sentiments } from "./columns.ts";

/** What is known of a conversation. `f` is its fact; names are joined to it only where they are shown or sorted by. */

const customer = sql`left join customer u on u.shop_id = f.shop_id and u.customer_id = f.customer_id`;
// Agents of imported logs are known by the id they had there; entries may have been deleted.
const agent = sql`left join staff s on s.shop_id = f.shop_id and s.staff_id::text = f.agent_id`;
const entry = sql`left join knowledge_entry q on q.shop_id = f.shop_id and q.entry_id::text = f.question_id`;
const product = sql`left join product p on p.shop_id = f.shop_id and p.product_id = f.product_id`;
const rating = sql`left join fact_rating r on r.shop_id = f.shop_id and r.conversation_id = f.conversation_id and r.target = 'human'`;

type Group = Column["group"];
type Names = readonly [zh: string, en: string];
type Rest = NonNullable<Parameters<typeof declare>[5]>;

const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const usual = { isUsual: true } as const;

/** A column of the fact, as it stands there. */
function own(group: Group, key: string, kind: ColumnKind, names: Names, rest: Rest = {}): Column {
  const isDeclared = Object.hasOwn(factColumns["conversation" satisfies FactName], key);
  if (!isDeclared) throw new RangeError(`fact conversation has no column ${key}`);
  const canFilter = ["count", "seconds", "stars", "flag"].includes(kind);
  return declare(group, key, kind, names, sql`f.${sql.ref(snakeCase(key))}`, { canFilter, ...rest });
}

/** Every intent by its key, with the name of what `to` makes of it. */
const namesOf = (tree: IntentTree, to: (key: string) => string) =>
  Object.fromEntries([...tree.nodes.keys()].map((key) => [key, tree.nameOf(to(key))]));

export const conversationColumns = (publicUrl: string, tree: IntentTree): Column[] => [
  own("when", "startedAt", "instant", ["开始时间", "Started"], { ...usual, isNeverNull: true }),
  own("when", "endedAt", "instant", ["结束时间", "Ended"]),
  declare("who", "customer", "text", ["客户", "Customer"], sql`u.name`, { ...usual, join: customer }),
  own("who", "channel", "choice", ["渠道", "Channel"], { ...usual, choices: channels }),
  own("who", "region", "text", ["地区", "Region"]),
  own("who", "handledBy", "choice", ["接待方式", "Handled by"], { ...usual, choices: handlers }),
  declare("who", "agent", "text", ["客服", "Agent"], sql`coalesce(s.name, f.agent_id)`, {
    ...usual,
    join: agent,
    explanation: ["最后接待的客服", "Who held it last"],
  }),
  own("about", "intent", "choice", ["意图", "Intent"], { ...usual, choices: namesOf(tree, (key) => key) }),
  declare("about", "intentGroup", "choice", ["意图大类", "Group of intents"], sql`f.intent`, {
    choices: namesOf(tree, (key) => tree.parentOf(key) ?? key),
  }),
  declare("about", "question", "text", ["首个问题", "First question"], sql`coalesce(q.question, f.question_id)`, {
    join: entry,
    explanation: ["客户第一个真正的问题对应的知识点", "The knowledge entry that the first real question was about"],
  }),
  declare("about", "product", "text", ["商品", "Product"], sql`coalesce(p.name, f.product_id)`, { join: product }),
  own("about", "category", "text", ["商品类目", "Product category"]),
  own("about", "sentiment", "choice", ["情感", "Sentiment"], { choices: sentiments }),

  own("bot", "isBot", "flag", ["有机器人接待", "Bot took part"]),
  own("bot", "interactions", "count", ["机器人交互数", "Turns with the bot"], {
    explanation: [
      "首次转人工前客户的消息与点击数",
      "Customer messages and clicks before the first request for a person",
    ],
  }),
  own("bot", "hotClicks", "count", ["热门问题点击", "Hot questions picked"]),
  own("bot", "botFirstResponseSeconds", "seconds", ["机器人首次响应", "Bot’s first response"]),
  own("bot", "botSeconds", "seconds", ["机器人接待时长", "Time with the bot"]),
  own("bot", "isResolved", "flag", ["机器人已解决", "Resolved by the bot"]),
  own("bot", "hasUnknown", "flag", ["有未知问题", "Had an unknown question"]),
  own("bot", "endsUnknown", "flag", ["以未知结束", "Ended unknown"]),
  own("bot", "endsUnclicked", "flag", ["推荐未点击", "List left unclicked"]),
  own("bot", "isThumbedDown", "flag", ["被点踩", "Thumb down"]),
  own("bot", "isBounced", "flag", ["跳出", "Bounced"]),
  own("bot", "isGoalDone", "flag", ["目标达成", "Goal reached"]),

  own("people", "requests", "count", ["转人工次数", "Requests for a person"]),
  own("people", "inExamHours", "flag", ["在考核时段", "In judged hours"], {
    explanation: ["首次转人工在 8:00–22:59:59", "The first request for a person fell in the judged hours"],
  }),
  own("people", "waitSeconds", "seconds", ["排队等待", "Wait"], {
    ...usual,
    explanation: ["多次转人工取最长的一次", "The longest, of several requests"],
  }),
  own("people", "isConnected", "flag", ["已接通", "Connected"]),
  own("people", "isReplied", "flag", ["有人工回复", "Replied to"]),
  own("people", "humanFirstResponseSeconds", "seconds", ["首次响应", "First response"], usual),
  own("people", "turns", "count", ["轮次", "Turns"], {
    ...usual,
    explanation: ["客户提问到客服回复为一轮", "From a customer’s question to an agent’s reply"],
  }),
  own("people", "averageReplySeconds", "seconds", ["平均响应", "Average response"], {
    ...usual,
    explanation: [
      "本会话各轮的平均，无人回复的一轮计 600 秒",
      "Mean of its turns; one that nobody answers counts 600 s",
    ],
  }),
  own("people", "slowestReplySeconds", "seconds", ["最慢响应", "Slowest response"]),
  own("people", "handleSeconds", "seconds", ["处理时长", "Handle time"]),
  own("people", "isUnserved", "flag", ["不服务", "Unserved"], {
    ...usual,
    explanation: ["以留言告终，或接通后没有真实回复", "Ended as a message left, or connected without a real reply"],
  }),
  own("people", "isOffline", "flag", ["留言", "Message left"]),
  own("people", "isTransferred", "flag", ["转接过", "Transferred"]),
  own("people", "isReopened", "flag", ["重新打开过", "Reopened"]),
  own("people", "isReturned", "flag", ["客户又来", "Customer returned"], {
    explanation: [
      "72 小时内就同一意图再次咨询；未满 72 小时为空",
      "Back about the same intent within 72 h; empty until then",
    ],
  }),

  own("rating", "humanStars", "stars", ["人工评价", "Rating of people"], usual),
  own("rating", "reason", "choice", ["不满意原因", "Reason"], { ...usual, choices: reasons }),
  declare("rating", "comment", "text", ["评价留言", "Comment"], sql`r.comment`, { join: rating }),
  own("rating", "isRatedBadly", "flag", ["评价不满意", "Rated badly"]),
  own("rating", "botStars", "stars", ["机器人评价", "Rating of the bot"]),
  declare(
    "when",
    "link",
    "text",
    ["会话链接", "Link"],
    sql`${`${publicUrl}/conversations/`} || f.conversation_id::text`,
    {
      explanation: ["打开会话全文的地址", "Address of the transcript"],
    },
  ),
];
