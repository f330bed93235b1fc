import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Jieba } from "@node-rs/jieba";

/**
 * Cuts Chinese into words exactly as jieba does, with jieba's own dictionary held as sorted typed arrays: 5 MB and some
 * 60 ms once in a process, where the package's own trie takes 55 MB and .2 s. Characters that the dictionary leaves alone
 * go to the package's hidden Markov model, which needs no dictionary. Refuses nothing: what is no word is cut by letters.
 */
type Dictionary = {
  /** Words end to end, in the order of their UTF-16 units; `starts` has one more element than there are words. */
  units: Uint16Array;
  starts: Uint32Array;
  frequencies: Uint32Array;
  /** By first unit: where its words begin, and where the next unit's do. */
  firsts: Uint32Array;
  logTotal: number;
  /** Without a dictionary: for its model alone. */
  model: Jieba;
};

/** The general dictionary cuts 退货运费 into 退 + 货运 + 费: words of trade that must hold together. */
export const tradeWords = (
  "退货 换货 退款 退换货 运费 邮费 快递费 运费险 包邮 到账 到付 发货 补发 漏发 错发 少发 预售 现货 断货 缺货 补货 拆封 签收 拒收 驿站 自提 " +
  "物流 快递 客服 人工 售后 保修 质保 换新 专票 普票 电子发票 抬头 税号 优惠券 满减 差价 保价 价保 积分 会员 秒杀 拼团 尺码 色差 掉色 起球 " +
  "机洗 水洗 水温 微信 支付宝 花呗 白条 分期 验证码 换绑 注销 下单 改地址 催单 好评 返现 赠品 正品 假货 " +
  "小程序 公众号 单号 运单号 取件码 快递柜 快递员 配送员 派送员 同城 仅退款 质保期 保修期 礼品卡 购物卡 兑换码 优惠码 邀请码 消费券 余额宝 还钱 月供 对账单 " +
  "信用额度 最低还款 充电宝 平板电脑 空气炸锅 扫地机器人 智能锁 洗衣液 身体乳 钢化膜 手机壳 安全座椅 猫粮 狗粮 高铁票 大床房 双床房 充电桩 短视频 试听课 零基础"
).split(" ");
export const tradeFrequency = 20_000;

const load = createRequire(import.meta.url);
let dictionary: Dictionary | undefined;

function open(): Dictionary {
  if (dictionary) return dictionary;
  const { Jieba: Model } = load("@node-rs/jieba") as typeof import("@node-rs/jieba");
  const words = readWords(readFileSync(load.resolve("@node-rs/jieba/dict.txt")));
  dictionary = { ...words, model: new Model() };
  return dictionary;
}

const [space, zero, lineEnd] = [0x20, 0x30, 0x0a];

/** Lines of "word frequency kind" in UTF-8, sorted, none outside the basic plane; the words of trade are put among them. */
function readWords(lines: Uint8Array): Omit<Dictionary, "model"> {
  const trade = tradeWords.toSorted();
  const units = new Uint16Array(lines.length);
  const starts = new Uint32Array(lines.length >> 2);
  const frequencies = new Uint32Array(lines.length >> 2);
  let [count, start, total, nextTrade] = [0, 0, 0, 0];
  const close = (end: number, frequency: number) => {
    frequencies[count++] = frequency;
    starts[count] = start = end;
    total += frequency;
  };
  const addTrade = (word: string) => {
    for (let at = 0; at < word.length; at++) units[start + at] = word.charCodeAt(at);
    close(start + word.length, tradeFrequency);
  };
  for (let at = 0; at < lines.length; ) {
    let end = start;
    for (let byte = lines[at++]!; byte !== space; byte = lines[at++]!) {
      if (byte < 0x80) units[end++] = byte;
      else if (byte < 0xe0) units[end++] = ((byte & 0x1f) << 6) | (lines[at++]! & 0x3f);
      else units[end++] = ((byte & 0x0f) << 12) | ((lines[at++]! & 0x3f) << 6) | (lines[at++]! & 0x3f);
    }
    let frequency = 0;
    for (let byte = lines[at++]!; byte >= zero && byte <= zero + 9; byte = lines[at++]!)
      frequency = 10 * frequency + byte - zero;
    while (at < lines.length && lines[at - 1] !== lineEnd) at++;
    let order = 1;
    for (; nextTrade < trade.length; nextTrade++) {
      order = compare(trade[nextTrade]!, units, start, end);
      if (order >= 0) break;
      const word = trade[nextTrade]!;
      units.copyWithin(start + word.length, start, end);
      end += word.length;
      addTrade(word);
    }
    if (order === 0) nextTrade++;
    close(end, order === 0 ? tradeFrequency : frequency);
  }
  for (const word of trade.slice(nextTrade)) addTrade(word);
  const firsts = new Uint32Array(0x10001);
  for (let word = 0; word < count; word++) firsts[units[starts[word]!]! + 1]!++;
  for (let unit = 0; unit < 0x10000; unit++) firsts[unit + 1]! += firsts[unit]!;
  return {
    units: units.slice(0, start),
    starts: starts.slice(0, count + 1),
    frequencies: frequencies.slice(0, count),
    firsts,
    logTotal: Math.log(total),
  };
}

function compare(word: string, units: Uint16Array, start: number, end: number): number {
  for (let at = 0; at < word.length && start + at < end; at++) {
    const difference = word.charCodeAt(at) - units[start + at]!;
    if (difference !== 0) return difference;
  }
  return word.length - (end - start);
}

/** jieba reads runs of these together; anything else is cut by letters. */
const runs = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2fa1f}a-zA-Z0-9+#&._%-]+/gu;
/** The usual text is one run. */
const onlyRun = /^[\u4e00-\u9fff]+$/;

/** The words of a text, in order; together they are the text. */
export function cutWords(text: string): string[] {
  const words: string[] = [];
  if (onlyRun.test(text)) {
    cutRun(text, words);
    return words;
  }
  let from = 0;
  for (const { 0: run, index } of text.matchAll(runs)) {
    if (index > from) words.push(...text.slice(from, index));
    cutRun(run, words);
    from = index + run.length;
  }
  if (from < text.length) words.push(...text.slice(from));
  return words;
}

/** By place of a run: the best sum of log probabilities from there to the end, and where its first word ends. */
let sums = new Float64Array(512);
let ends = new Uint32Array(512);

function cutRun(run: string, words: string[]): void {
  const { model } = open();
  findPath(run);
  let alone = 0;
  for (let at = 0; at < run.length; ) {
    const end = ends[at]!;
    if (end - at > (isPair(run, at) ? 2 : 1)) {
      cutAlone(run.slice(alone, at), words, model);
      words.push(run.slice(at, end));
      alone = end;
    }
    at = end;
  }
  cutAlone(run.slice(alone), words, model);
}

const isPair = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800;

/** What became of letters that stood together alone: "我的", "了吗" come again and again. Forgotten when it is full. */
const cutBefore = new Map<string, readonly string[]>();
const cutsKept = 2_000;
const longestKept = 6;

/** Letters that stand alone on the best path may be a word that nobody knows. */
function cutAlone(letters: string, words: string[], model: Jieba): void {
  if (letters === "") return;
  let cut = letters.length > longestKept ? undefined : cutBefore.get(letters);
  if (!cut) {
    cut = letters.length < 2 || isWord(letters) ? [...letters] : model.cut(letters, true);
    if (cutBefore.size >= cutsKept) cutBefore.clear();
    if (letters.length <= longestKept) cutBefore.set(letters, cut);
  }
  words.push(...cut);
}

/** The likeliest way through the run by the words' frequencies, from its end (of equals, that of the longer word). */
function findPath(run: string): void {
  const { units, starts, frequencies, firsts, logTotal } = open();
  if (sums.length <= run.length) {
    sums = new Float64Array(2 * run.length);
    ends = new Uint32Array(2 * run.length);
  }
  sums[run.length] = 0;
  for (let at = run.length - 1; at >= 0; at--) {
    // Half of a character begins nothing.
    if ((run.charCodeAt(at) & 0xfc00) === 0xdc00) continue;
    const next = at + (isPair(run, at) ? 2 : 1);
    let best = Number.NEGATIVE_INFINITY;
    let end = 0;
    let unit = run.charCodeAt(at);
    let low = firsts[unit]!;
    let high = firsts[unit + 1]!;
    for (let to = at + 1; low < high; to++) {
      // Of all words that begin like this the shortest is the first.
      if (starts[low + 1]! - starts[low]! === to - at) {
        const sum = Math.log(frequencies[low]!) - logTotal + sums[to]!;
        if (sum >= best) {
          best = sum;
          end = to;
        }
        low++;
      }
      if (to === run.length) break;
      unit = run.charCodeAt(to);
      low = findFrom(units, starts, low, high, to - at, unit);
      high = findFrom(units, starts, low, high, to - at, unit + 1);
    }
    sums[at] = end === 0 ? sums[next]! - logTotal : best;
    ends[at] = end === 0 ? next : end;
  }
}

/** The first of the words `low`…`high`, alike up to there, whose unit at `place` is at least this one. */
function findFrom(
  units: Uint16Array,
  starts: Uint32Array,
  low: number,
  high: number,
  place: number,
  unit: number,
): number {
  let from = low;
  let to = high;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (units[starts[middle]! + place]! < unit) from = middle + 1;
    else to = middle;
  }
  return from;
}

function isWord(text: string): boolean {
  const { units, starts, firsts } = open();
  let unit = text.charCodeAt(0);
  let [low, high] = [firsts[unit]!, firsts[unit + 1]!];
  for (let at = 1; at < text.length; at++) {
    unit = text.charCodeAt(at);
    if (low < high && starts[low + 1]! - starts[low]! === at) low++;
    low = findFrom(units, starts, low, high, at, unit);
    high = findFrom(units, starts, low, high, at, unit + 1);
  }
  return low < high && starts[low + 1]! - starts[low]! === text.length;
}
