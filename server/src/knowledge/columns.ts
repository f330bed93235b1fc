import { limits } from "@yingda/contract/limits";

/** The sheet's columns, in order. The first line of a sheet names them, in either language; see template.ts. */
export const columnKeys = ["question", "similar", "answer", "category", "enabled"] as const;
export type ColumnKey = (typeof columnKeys)[number];
export type SheetLocale = "zh-CN" | "en";

type Column = { name: string; width: number; explanation: string; example: string };

export const columns: Record<SheetLocale, Record<ColumnKey, Column>> = {
  "zh-CN": {
    question: {
      name: "问题",
      width: 32,
      explanation: `必填。客户最常用的问法，最多 ${limits.questionCharacters} 字。与已有知识的问题相同时，更新那一条。`,
      example: "多久能发货？",
    },
    similar: {
      name: "相似问题",
      width: 40,
      explanation: `客户的其他问法，每行一个（单元格里换行：Alt+Enter），或用 | 隔开，最多 ${limits.similarQuestions} 个。`,
      example: "什么时候发货\n几天发货\n下单后多长时间寄出",
    },
    answer: {
      name: "答案",
      width: 64,
      explanation: `必填。文字即可，空一行分段；也可以用简单的 HTML（加粗、列表、链接、图片）。最多 ${limits.answerCharacters} 字符。`,
      example: "亲，现货商品 48 小时内发货，预售商品以商品页标注的时间为准。",
    },
    category: {
      name: "分类",
      width: 18,
      explanation: "可空。最多两级，用 / 隔开，例如：售后/退款。最多 80 字。",
      example: "物流/发货",
    },
    enabled: {
      name: "启用",
      width: 8,
      explanation: "是 或 否。不填：新增的算“是”，已有的保持不变。",
      example: "是",
    },
  },
  en: {
    question: {
      name: "Question",
      width: 32,
      explanation: `Required. How customers ask most often, up to ${limits.questionCharacters} characters. If an entry has this question already, it is updated.`,
      example: "When will my order ship?",
    },
    similar: {
      name: "Similar questions",
      width: 40,
      explanation: `Other wordings, one per line inside the cell (Alt+Enter), or separated by |, up to ${limits.similarQuestions}.`,
      example: "How long until you ship?\nHas my order been sent?",
    },
    answer: {
      name: "Answer",
      width: 64,
      explanation: `Required. Plain text, an empty line starts a paragraph; or simple HTML (bold, lists, links, pictures). Up to ${limits.answerCharacters} characters.`,
      example: "Items in stock ship within 48 hours. For pre-orders, see the date on the product page.",
    },
    category: {
      name: "Category",
      width: 18,
      explanation: "Optional. Two levels at most, separated by /, such as: After sales/Refunds. Up to 80 characters.",
      example: "Delivery/Shipping",
    },
    enabled: {
      name: "Enabled",
      width: 8,
      explanation: "Yes or No. Empty: new entries are on, existing ones stay as they are.",
      example: "Yes",
    },
  },
};

const otherNames: Record<string, ColumnKey> = {
  标准问题: "question",
  标准问: "question",
  相似问: "similar",
  相似问法: "similar",
  similar: "similar",
  回答: "answer",
  类目: "category",
  是否启用: "enabled",
  状态: "enabled",
};

const known = new Map<string, ColumnKey>([
  ...(["zh-CN", "en"] as const).flatMap((locale) =>
    columnKeys.map((key) => [columns[locale][key].name.toLowerCase(), key] as const),
  ),
  ...Object.entries(otherNames),
]);

/** Which column a heading names; null for one that the shop keeps for itself. */
export const findColumn = (heading: string): ColumnKey | null =>
  known.get(
    heading
      .replace(/[*＊：:]/g, "")
      .replace(/\s+/g, " ")
      .trim()
      .toLowerCase(),
  ) ?? null;

const yes = new Set(["是", "启用", "开", "yes", "y", "true", "1", "on", "enabled"]);
const no = new Set(["否", "停用", "关", "no", "n", "false", "0", "off", "disabled"]);

/** null: empty, and so unsaid. Undefined: neither yes nor no. */
export function readYesNo(cell: string): boolean | null | undefined {
  const word = cell.trim().toLowerCase();
  if (word === "") return null;
  if (yes.has(word)) return true;
  return no.has(word) ? false : undefined;
}

export const writeYesNo = (value: boolean, locale: SheetLocale): string =>
  locale === "en" ? (value ? "Yes" : "No") : value ? "是" : "否";
