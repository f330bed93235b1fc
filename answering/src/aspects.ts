/**
 * What of a thing a text asks: how, when, what it costs … Two questions about one thing that ask different aspects are
 * different questions; which differences matter is for the weights to say. A text may ask several; bit i is aspect i.
 * The first seven exclude one another.
 */
export const aspects: readonly { name: string; pattern: RegExp }[] = [
  {
    name: "how",
    pattern:
      /怎么(?!样|回事|办)|方法|流程|步骤|教程|技巧|\bhow (?:do|can|to|should|does|would)\b|\bsteps?\b|\bprocess\b/,
  },
  {
    name: "when",
    pattern:
      /多久|什么时候|几点|几天|几号|时间|日期|多长|\bwhen\b|\bhow (?:long|soon|many days)\b|\bwhat time\b|\bhours\b/,
  },
  { name: "where", pattern: /哪里|在哪|哪儿|地址|位置|渠道|\bwhere\b|\blocat/ },
  { name: "why", pattern: /为什么|怎么回事|原因|怎么(?:还|又|老|总|就|没|不|变)|凭什么|\bwhy\b|\breason\b/ },
  {
    name: "price",
    pattern:
      /多少钱|价格|费用|收费|手续费|收钱|要钱|免费|贵|几块|几元|学费|运费|\bhow much\b|\bpric|\bfees?\b|\bcosts?\b|\bcharge|\bfree\b/,
  },
  {
    name: "amount",
    pattern: /多少(?!钱)|几[个件次张条]|最[高低多少大]|限额|上限|多大|\bhow many\b|\blimit|\bmaximum\b/,
  },
  { name: "who", pattern: /谁|找哪个|\bwho\b/ },
  {
    name: "whether",
    pattern: /能(?!力)|会不会|行不行|吗|是否|支持|允许|^(?:can|could|do|does|did|is|are|am|may|will|would|should)\b/,
  },
  {
    name: "failure",
    pattern:
      /不了|不上|不到|不出|不进|不动|不开|不成|不对|不行|不能|失败|没反应|没有反应|没成功|无法|报错|错误|卡[住死顿]|坏|\bnot\b|\bfail|\berror|\bdeclined\b|\bwrong\b|\bbroken\b/,
  },
  {
    name: "need",
    pattern: /条件|要求|资格|材料|资料|证件|手续|准备什么|带什么|要什么|需要什么|\bneed\b|\brequire|\bdocuments?\b/,
  },
  {
    name: "what",
    pattern: /什么是|是什么|意思|包括|哪些|区别|什么叫|\bwhat (?:is|are|does)\b|\bwhich\b|\bdifference\b/,
  },
  { name: "after", pattern: /后|完|已经|了(?:还|能|会)|过(?:的|了)|\bafter\b|\balready\b/ },
  { name: "want", pattern: /^(?:我)?(?:想|要|需要)|^申请|^(?:i )?(?:want|need|would like)\b/ },
  { name: "plight", pattern: /怎么办|急|丢|忘|掉|被|没收到|还没|\blost\b|\bforgot|\bstolen\b|\bstill\b|\bmissing\b/ },
];

export const exclusiveAspects = 0x7f;

export function readAspects(core: string): number {
  let bits = 0;
  for (let bit = 0; bit < aspects.length; bit++) if (aspects[bit]!.pattern.test(core)) bits |= 1 << bit;
  return bits;
}

export const aspectBits = (names: readonly string[]): number =>
  aspects.reduce((bits, { name }, bit) => (names.includes(name) ? bits | (1 << bit) : bits), 0);
