import { isUrgent } from "./intents/urgency.ts";
import { toSimplified } from "./traditional.ts";

/** In what mood something is asked, and what is asked without the venting: "什么破店，等了一周还没发货" asks about the parcel. */
export type Mood = "upset" | "urgent";

const readCharacters = 400;

const upsetZh =
  /垃圾|辣鸡|破(?:店|客服|机器人|系统|东西|玩意|公司|平台)|烂(?:店|货|东西|客服|服务)|什么玩意|骗子|骗人|骗钱|坑人|坑爹|黑店|黑心|差劲|恶心|无语|(?:气|烦)死|受够|受不了|太过分|过分了|离谱|忽悠|耍我|废物|智障|弱智|白痴|傻[逼比b叉]|煞笔|\bsb\b|滚蛋|复读|答非所问|听不懂人话|不负责任|再也不(?:来|买|会)|(?:服务|态度|体验)(?:也?太|真|好|这么|怎么这么)?(?:烂|差|恶劣)|太(?:差|烂|坑|慢|失望)了|什么(?:态度|服务|东西)|差评|投诉|举报|12315|他?妈的|tmd/g;
const upsetEn =
  /\b(?:ridiculous|unacceptable|terrible|awful|horrible|worst|useless|pathetic|disgusting|disgrace(?:ful)?|scam(?:mers?)?|rip ?off|fed up|furious|angry|pissed(?: off)?|wtf|bullshit|crap|shit(?:ty)?|fuck(?:ing|ed)?|damn|sick of|waste of (?:my )?time|a joke|complain(?:t|ing)?|never (?:buy(?:ing)?|shop(?:ping)?|order(?:ing)?)(?: from (?:you|here)| here)? again|no one (?:helps?|cares?))\b/g;
/** A complaint and a bad review are things that a shop may have an answer about: they show the mood, and stay. */
const topics = /投诉|举报|12315|差评|\bcomplain(?:t|ing)?\b/;

const aroundZh =
  /你们|我们|咱们|这个|这家|这种|这样|那个|一群|简直|真的?是|真的|实在|就是|就会|只会|都是|总是|什么|怎么|这么|那么|太|好|很|真|最|都|也|又|再|是|了|的|啊|呀|吧|呢|吗|嘛|哦|你|我|他|人|这|那|店家?|商家|卖家|客服|机器人|服务|东西|玩意|平台|公司|家|个/g;
const aroundEn =
  /\b(?:this|that|it|is|are|was|been|be|you|your|guys|such|the|a|an|so|really|seriously|honestly|absolutely|totally|completely|just|ever|what|i|am|m|im|s|re|of|have|had|has|my|and|with|at|in|time|service|bot|shop|store|company|customer|experience|support|people|very|too|getting)\b/g;

/** Linear in the length, of which it reads the first 400 characters. */
export function readMood(text: string): Mood | undefined {
  const plain = plainOf(text.slice(0, readCharacters));
  if (plain.search(upsetZh) >= 0 || plain.search(upsetEn) >= 0) return "upset";
  return isUrgent(text) ? "urgent" : undefined;
}

/** The text without the clauses that only vent; empty when there is nothing else in it. */
export function withoutVenting(text: string): string {
  const isChinese = /\p{Script=Han}/u.test(text);
  const clauses =
    text.slice(0, readCharacters).match(isChinese ? /[^，。！？、,.!?;；\s]+[？?]?/gu : /[^,.!?;\n]+\??/g) ?? [];
  const kept = clauses.filter((clause) => !ventsOnly(clause)).map((clause) => clause.trim());
  return kept.length === clauses.length ? text : kept.join(isChinese ? "，" : ", ");
}

function ventsOnly(clause: string): boolean {
  const plain = plainOf(clause);
  if (topics.test(plain)) return false;
  const rest = plain.replace(upsetZh, "").replace(upsetEn, " ");
  if (rest === plain) return false;
  return (
    rest
      .replace(aroundZh, "")
      .replace(aroundEn, " ")
      .replace(/[^\p{L}\p{N}]+/gu, "").length <= 1
  );
}

const plainOf = (text: string): string => toSimplified(text.toWellFormed().normalize("NFKC").toLowerCase());
