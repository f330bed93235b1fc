import { toSimplified } from "./traditional.ts";

/** "人工智能" and "人工费" are about other things than a person to talk to. */
const notAPerson =
  /人工(?!客服|服务|坐席|座席|接待|回复|接听|在线|处理|介入|帮)[智费湖林草授造肥心皮呼耳岛合降翻养钻宝水制成草降]|非人工|人工(?:审核|验证|质检|缝制|打磨)/;
const asksZh: readonly RegExp[] = [
  /(?:转|接|找|叫|换|要|来|呼叫|联系|进|转到|转接|请)(?:一?[个下位名])?(?:你们)?(?:的)?(?:人工|真人|活人)/,
  /人工(?:客服|服务|坐席|座席|接待|介入|回复|处理)/,
  /(?:转|找|换|叫|让|来|联系|呼叫|接)(?:一?[个下位名])?(?:你们)?(?:的)?(?:客服|专员|经理|主管|负责人|店长)(?!电话|的?(?:电话|号码|邮箱|微信))/,
  /(?:和|跟|同|与)(?:真人|人工|活人|客服|人)(?:客服)?(?:说|聊|讲|谈|沟通|对话|交流|联系)/,
  /(?:我要|我想|想要|需要|给我|帮我)(?:一?[个位名])?(?:真人|活人|人工)(?:客服|服务)?$/,
  /(?:真人|活人)(?:客服|服务|接待|在|呢|回复|来)/,
  /(?:不要|不想要?|别用?)(?:和|跟|同)?(?:你|这个)?(?:机器人|自动回复)/,
  /^(?:人工|真人|转人|转接|zrg|rengong|转人工)$/,
];
/** Each of them needs one of these. */
const mayAskZh = /[人客专经主店复接]|z ?r ?g|r ?e ?n ?g ?o ?n ?g/;
const asksEn: readonly RegExp[] = [
  /\b(?:talk|speak|chat|connect|transfer|pass|put|get|hand)(?:ing)?(?: (?:me|through|over))*(?: (?:to|with))? (?:an? |the |your |some |any )?(?:(?:real|live|actual|human|customer|support|service|sales) )*(?:human|person|people|agent|someone|somebody|representative|rep|operator|manager|supervisor|staff|support|customer service)\b/,
  /\b(?:i )?(?:want|need|would like|d like|prefer|give me|get me|find me|i want to reach)(?: to (?:talk|speak|chat) (?:to|with))?(?: an?| the| your| some)?(?: (?:real|live|actual|human|customer|support|service))*(?: )(?:human|person|agent|representative|operator|manager|supervisor)\b/,
  /\b(?:human|live|real) (?:agent|support|person|representative|operator|chat|being)(?: please| now)?$/,
  /^(?:an? )?(?:agent|human|operator|representative|real person|human agent|live agent|live chat|customer service|customer support)(?: please| now)*$/,
  /\b(?:not|don t|stop|hate) (?:want to )?(?:talk|speak|chat)(?:t?ing)? (?:to|with) (?:a |this |the )?(?:bot|robot|machine)\b/,
];
/** Questions about people, not for them; and "are you a real person?" is chitchat. */
const onlyAsks =
  /(?:是|算)(?:不是)?(?:真人|人工|活人)|人工客服(?:的)?(?:时间|几点|工作|上班|什么时候|电话|号码|多少)|\b(?:is|are) (?:this|you|there) (?:an? )?(?:real |human )?(?:human|person|agent)|\b(?:am i|are we)\b|\btravel agent|\bagent (?:fee|price|program)|\b(?:delivery|shipping) (?:person|agent)/;

/** Whether the customer asks for a person in so many words; linear in the length, of which it reads the first 400 characters. */
export function asksForHuman(text: string): boolean {
  const plain = toSimplified(text.slice(0, 400).toWellFormed().normalize("NFKC").toLowerCase());
  const spaced = plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  if (/\p{Script=Han}/u.test(spaced)) {
    if (!mayAskZh.test(spaced)) return false;
    const joined = spaced.replace(/ /g, "").replace(/(?:[啊呀吧吗呢谢请您]|可以|一下|谢谢)+$/u, "");
    if (onlyAsks.test(joined) && !/[转找换叫]/.test(joined)) return false;
    const rest = joined.replace(new RegExp(notAPerson, "g"), "");
    return asksZh.some((pattern) => pattern.test(rest));
  }
  if (onlyAsks.test(spaced)) return false;
  return asksEn.some((pattern) => pattern.test(spaced)) || /^(?:zhuan ?ren ?gong|ren ?gong)$/.test(spaced);
}

/** The text without the request; empty when there was nothing else in it. */
export function withoutHumanRequest(text: string): string {
  const parts = text.slice(0, 1_000).split(/[，。！？、,.!?;；\s]+/u);
  const isEnglish = !/\p{Script=Han}/u.test(text);
  if (isEnglish)
    return text
      .slice(0, 1_000)
      .split(/[,.!?;]+/)
      .filter((part) => part.trim() !== "" && !asksForHuman(part))
      .join(", ");
  return parts.filter((part) => part !== "" && !asksForHuman(part)).join("，");
}
