import { hintSources } from "@yingda/contract/routes/learning";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useScheme } from "../../preferences.ts";
import { axisTip } from "../../ui/axis-tip.ts";
import { Chart } from "../../ui/chart.tsx";
import { EmptyState } from "../../ui/states.tsx";
import { palettes } from "../../ui/theme.ts";
import { useFormat } from "../../ui/use-format.ts";
import { daysUpTo, sumBySource } from "./days.ts";
import type { Learning } from "./in-use-panel.tsx";

const daysShown = 30;

/** What came in by day and source, piled up. */
export function CamePanel({ learning }: { learning: Learning }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const c = palettes[useScheme()];
  const sums = sumBySource(learning.days);
  const option = useMemo(() => {
    const days = daysUpTo(format.dayOf(new Date()), daysShown);
    const countOf = new Map(learning.days.map(({ day, source, hints }) => [`${day} ${source}`, hints]));
    // What counts for more is darker; the agents' choices are told apart from the customers'.
    const shades = { bench: c.ink, label: c.accent, agent: c.waiting, click: `${c.accent}80`, thumb: `${c.accent}33` };
    return {
      animation: false,
      grid: { left: 4, right: 8, top: 12, bottom: 4, containLabel: true },
      tooltip: {
        ...axisTip(c, (place) => {
          const day = days[place]!;
          const lines = hintSources
            .map((source) => [t(`source.${source}`), countOf.get(`${day} ${source}`) ?? 0] as const)
            .filter(([, hints]) => hints > 0)
            .map(([word, hints]) => `${word} <b>${format.number(hints)}</b>`);
          return [format.day(day), ...lines].join("<br>");
        }),
        axisPointer: { type: "none" },
      },
      xAxis: {
        type: "category",
        data: days.map((day) => format.day(day)),
        axisLine: { lineStyle: { color: c.lineStrong } },
        axisTick: { show: false },
        axisLabel: { color: c.second, hideOverlap: true },
      },
      yAxis: {
        type: "value",
        minInterval: 1,
        splitNumber: 3,
        splitLine: { lineStyle: { color: c.line } },
        axisLabel: { color: c.second },
      },
      series: hintSources.map((source) => ({
        type: "bar",
        stack: "hints",
        name: t(`source.${source}`),
        data: days.map((day) => countOf.get(`${day} ${source}`) ?? 0),
        itemStyle: { color: shades[source], borderColor: c.surface, borderWidth: 0.5 },
        barMaxWidth: 18,
        z: 3,
      })),
    };
  }, [learning.days, format, t, c]);
  return (
    <section className="panel learning-came">
      <h2 className="panel-title">
        {t("came.title")}
        <small>{t("came.total", { count: learning.hints, number: format.number(learning.hints) })}</small>
      </h2>
      {learning.hints === 0 ? (
        <EmptyState isSmall title={t("came.none")} why={t("came.noneWhy")} />
      ) : (
        <>
          <p className="learning-quiet">{t("came.lead")}</p>
          <ul className="learning-sources">
            {hintSources.map((source) => (
              <li key={source} className={`learning-source learning-source-${source}`}>
                {t(`source.${source}`)} <b>{format.number(sums[source])}</b>
              </li>
            ))}
          </ul>
          <Chart option={option} height={180} label={t("came.chart")} />
        </>
      )}
    </section>
  );
}
