/** The columns of a benchmark sheet, in order. The first line of a sheet names them, in either language. */
export type SheetLocale = "zh-CN" | "en";
type Column = { key: string; names: Record<SheetLocale, string>; width: number; how: Record<SheetLocale, string> };

const percentiles = [10, 20, 30, 40, 60, 70, 80, 90];

export const columns: readonly Column[] = [
  {
    key: "metric",
    names: { "zh-CN": "指标", en: "Metric" },
    width: 34,
    how: {
      "zh-CN": "必填。指标的编号或名称，见本表各行",
      en: "Required. Key or name of a metric, as in the rows here",
    },
  },
  {
    key: "name",
    names: { "zh-CN": "名称", en: "Name" },
    width: 24,
    how: { "zh-CN": "给人看的，导入时不读", en: "For people; not read" },
  },
  {
    key: "industry",
    names: { "zh-CN": "行业", en: "Industry" },
    width: 18,
    how: {
      "zh-CN": "可空：适用于所有行业。否则写设置里的行业名",
      en: "Empty: any industry. Else an industry as the settings name it",
    },
  },
  {
    key: "tier",
    names: { "zh-CN": "层级", en: "Tier" },
    width: 12,
    how: {
      "zh-CN": "可空：不分层级。否则写任意名称，如“日均 100–500 通”；导入后选择与哪一层级比较",
      en: "Empty: any tier. Else any name, such as “100–500 a day”; which one you compare with is chosen afterwards",
    },
  },
  ...["median", "p25", "p75"].map((key) => ({
    key,
    names:
      key === "median" ? { "zh-CN": "中位数", en: "Median" } : { "zh-CN": key.toUpperCase(), en: key.toUpperCase() },
    width: 10,
    how: {
      "zh-CN": "三个都要填。比率写 62% 或 0.62，时长写秒数；三个都空的行会跳过",
      en: "All three are needed. Ratios as 62% or 0.62, durations in seconds; rows with none of the three are skipped",
    },
  })),
  ...percentiles.map((p) => ({
    key: `p${p}`,
    names: { "zh-CN": `P${p}`, en: `P${p}` },
    width: 8,
    how: {
      "zh-CN": "可空。填了，“优于百分之几的同行”就更准",
      en: "Optional. Makes “better than so many percent of peers” more exact",
    },
  })),
];

/** Percentiles with their column's key, rising. */
export const percentileColumns: readonly { key: string; p: number }[] = columns
  .filter(({ key }) => key === "median" || /^p\d\d$/.test(key))
  .map(({ key }) => ({ key, p: key === "median" ? 50 : Number(key.slice(1)) }))
  .toSorted((a, b) => a.p - b.p);

const known = new Map<string, string>(
  columns.flatMap(({ key, names }) =>
    [key, names["zh-CN"].toLowerCase(), names.en.toLowerCase()].map((name) => [name, key]),
  ),
);
known.set("p50", "median");

/** Which column a heading names; null for one that the shop keeps for itself. */
export const findColumn = (heading: string): string | null =>
  known.get(
    heading
      .replace(/[*＊：:]/g, "")
      .trim()
      .toLowerCase(),
  ) ?? null;
