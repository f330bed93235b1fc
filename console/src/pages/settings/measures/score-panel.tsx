import { type ScorePart, scoreMetrics } from "@yingda/contract/measure-rules";
import type { ScorePreview } from "@yingda/contract/routes/measure-settings";
import { Button, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../../ui/use-format.ts";
import { AnchorTable } from "./anchor-table.tsx";
import { FaultLine } from "./fault-line.tsx";
import { metricWords, type RulesProps } from "./rules.ts";
import { ScoreCurve } from "./score-curve.tsx";

type Props = RulesProps & { parts: ScorePreview["parts"] | undefined };

/** The six metrics: what each weighs, and what its values are worth. */
export function ScorePanel({ rules, faultAt, parts, change }: Props) {
  const { t } = useTranslation("measures");
  const weights = rules.score.reduce((sum, part) => sum + part.weight, 0);
  const set = (i: number, next: ScorePart) =>
    change({ ...rules, score: rules.score.map((part, n) => (n === i ? next : part)) });
  return (
    <section className="panel rules">
      <h2 className="panel-title">{t("score.title")}</h2>
      <p className="panel-lead">{t("score.lead")}</p>
      <ul className="parts">
        {rules.score.map((part, i) => (
          <PartRow
            key={part.metric}
            part={part}
            name={t(`metric.${metricWords[part.metric]}`, { seconds: rules.connectSeconds })}
            share={weights === 0 ? 0 : part.weight / weights}
            tried={parts?.find(({ metric }) => metric === part.metric)?.draft}
            faultAt={(path) => faultAt(["score", i, ...path])}
            change={(next) => set(i, next)}
          />
        ))}
      </ul>
      {weights === 0 && <FaultLine code="weightless" />}
    </section>
  );
}

type RowProps = {
  part: ScorePart;
  name: string;
  share: number;
  tried: ScorePreview["parts"][number]["draft"] | undefined;
  faultAt: RulesProps["faultAt"];
  change: (part: ScorePart) => void;
};

function PartRow({ part, name, share, tried, faultAt, change }: RowProps) {
  const { t } = useTranslation("measures");
  const format = useFormat();
  const [isOpen, setIsOpen] = useState(false);
  const { unit } = scoreMetrics[part.metric];
  const isFaulty = faultAt(["anchors"]) !== null;
  return (
    <li className="part">
      <div className="part-words">
        <strong>{name}</strong>
        {tried?.points != null && (
          <span className="rule-hint">
            {t("score.now", { value: format.value(tried.value, unit), points: format.number(tried.points) })}
          </span>
        )}
      </div>
      <ScoreCurve name={name} part={part} unit={unit} value={tried?.value ?? null} />
      <div className="part-weight">
        <InputNumber
          aria-label={t("score.weightOf", { name })}
          prefix={t("score.weight")}
          min={0}
          max={100}
          value={part.weight}
          onChange={(weight) => weight !== null && change({ ...part, weight })}
        />
        <span className="rule-hint">
          {part.weight === 0 ? t("score.weightless") : t("score.share", { share: format.number(share * 100, 1) })}
        </span>
      </div>
      <Button size="small" aria-expanded={isOpen || isFaulty} onClick={() => setIsOpen(!isOpen)}>
        {t(isOpen || isFaulty ? "score.done" : "score.edit")}
      </Button>
      {(isOpen || isFaulty) && (
        <AnchorTable
          name={name}
          unit={unit}
          anchors={part.anchors}
          faultAt={(i) => faultAt(["anchors", i])}
          change={(anchors) => change({ ...part, anchors })}
        />
      )}
    </li>
  );
}
