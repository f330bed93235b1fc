import type { Evaluation } from "./evaluate.ts";
import { sayValue } from "./figure-words.ts";
import type { Words } from "./metric.ts";
import { listReferences, type Reference } from "./reference.ts";
import { defaultSettings } from "./settings.ts";

/**
 * The reference of metrics as a page (markdown, both languages). Pure: the same catalogue and examples, the same text.
 * `examples`: by key, what our own golden set comes to.
 */
export function renderReference(examples: ReadonlyMap<string, Evaluation>): string {
  const references = listReferences(defaultSettings);
  const families = Map.groupBy(references, ({ family }) => family);
  const shared = references[0]!.dimensions.filter(({ key }) =>
    references.every(({ dimensions }) => dimensions.some((one) => one.key === key)),
  );
  const sharedKeys = new Set(shared.map(({ key }) => key));
  const headings = [...families.keys()].map((family) => `${family.zh} · ${family.en}`);
  return [
    "# Metrics 指标",
    "",
    "Generated from the catalogue in `measures/`; do not edit. A running shop answers the same at",
    "`GET /api/analytics/metrics`, with its own settings.",
    "",
    "- A ratio with denominator 0 has no value (“—”), never 0 or 100 %.",
    "- A conversation belongs to the window of its first event, whatever happens to it later.",
    "- Means of durations come with median and P90.",
    "- Settings stand with their defaults; where the definitions leave room, `measures/READINGS.md` says how they are read.",
    `- Every metric can be cut by ${listKeys(shared, "en")}; what else one can be cut by stands with it.`,
    "- Examples are what the conversations in `measures/golden/abroad/` come to.",
    "",
    "由 `measures/` 的指标目录生成，请勿手改；运行中的店铺在 `GET /api/analytics/metrics` 给出同样的内容和本店的设置。分母为 0 时没有值（“—”），",
    "不是 0 也不是 100%。会话按第一个事件归入统计区间，之后发生什么都算在内。时长的均值都附中位数和 P90。设置写的是默认值。",
    `例子来自 \`measures/golden/abroad/\` 的会话。每个指标都可按${listKeys(shared, "zh")}查看，另有的维度写在各指标下。`,
    "",
    ...headings.map((heading) => `- [${heading}](#${anchorOf(heading)})`),
    ...[...families.values()].flatMap((references, i) => [
      "",
      `## ${headings[i]}`,
      ...references.flatMap((one) => renderMetric(one, sharedKeys, examples.get(one.metric.key) ?? null)),
    ]),
    "",
  ].join("\n");
}

const listKeys = (dimensions: Reference["dimensions"], language: "zh" | "en"): string =>
  dimensions.map(({ key, name }) => `${name[language]} \`${key}\``).join(language === "zh" ? "、" : ", ");

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, "")
    .replaceAll(" ", "-");

function renderMetric(reference: Reference, shared: ReadonlySet<string>, example: Evaluation | null): string[] {
  const { metric, variantOf, unit, good, sources, fact, computed, dimensions, settings } = reference;
  const both = ({ zh, en }: Words) => `${zh} · ${en}`;
  const own = dimensions.filter(({ key }) => !shared.has(key));
  const list = (many: { name: Words }[]) => many.map(({ name }) => both(name)).join("; ");
  return [
    "",
    `### ${both(metric.name)}`,
    "",
    `\`${metric.key}\`${variantOf ? ` — variant of \`${variantOf}\` 的变体` : ""}`,
    "",
    metric.formula.zh,
    "",
    metric.formula.en,
    "",
    `- 单位 Unit: ${both(unit)}; ${both(good)}`,
    `- 出处 Source: ${list(sources)}`,
    ...settings.map(({ name, value }) => `- 设置 Setting: ${name.zh} ${value.zh} · ${name.en}: ${value.en}`),
    `- 计算 Computed: \`${computed}\` (${both(fact.name)})`,
    ...own.map(({ key, name }) => `- 另可按 Also by: ${both(name)} \`${key}\``),
    `- 事件 Made of: ${metric.events.map((event) => `\`${event}\``).join(", ")}`,
    ...(example ? [`- 例 Example: ${renderExample(reference, example)}`] : []),
  ];
}

function renderExample({ metric }: Reference, { numerator, denominator, value, median, p90 }: Evaluation): string {
  if (denominator === null) return String(numerator);
  const say = (one: number | null) => sayValue(one, metric.unit).en;
  const scale = metric.scale ? ` × ${metric.scale}` : "";
  const spread = median === null ? "" : `; median ${say(median)}, P90 ${say(p90)}`;
  return `${numerator} ÷ ${denominator}${scale} = ${say(value)}${spread}`;
}
