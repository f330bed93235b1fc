import type { GroupKey } from "@yingda/contract/figures";
import type { Diagnosis, DiagnosisGroup } from "@yingda/contract/routes/figures";
import { fewestObservations } from "@yingda/contract/tag-rules";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { arrangeImpact, type ImpactOrder, type Rest, reachOf } from "./impact-rows.ts";
import { ImpactBar, SplitBar } from "./signed-bars.tsx";
import { TagMark } from "./tag-mark.tsx";
import { useDimensionName, useValueName } from "./use-dimension-words.ts";
import { useFigureWords } from "./use-figure-words.ts";

type Props = {
  diagnosis: Diagnosis;
  order: ImpactOrder;
  setOrder: (order: ImpactOrder) => void;
  enter: (group: GroupKey) => void;
};

/**
 * Who makes the figure what it is, and who moved it: two signed bars for each, adding up to nothing and to the change.
 * The head of each says what its bars add up to.
 */
export function ImpactBars({ diagnosis, order, setOrder, enter }: Props) {
  const { t } = useTranslation("figures");
  const dimensionName = useDimensionName();
  const say = useFigureWords();
  const { metric, change, before, now } = diagnosis;
  const { shown, rest } = arrangeImpact(diagnosis, order);
  const reach = reachOf(shown, rest);
  const hasChange = before !== null && change !== null;
  return (
    <table className={hasChange ? `impact impact-by-${order}` : "impact impact-alone impact-by-impact"}>
      <colgroup>
        <col />
        <col />
        <col className="impact-col-number" />
        {hasChange && (
          <>
            <col />
            <col className="impact-col-number" />
          </>
        )}
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{dimensionName(diagnosis.dimension)}</th>
          <th scope="col" className="impact-of-now" aria-sort={order === "impact" ? "descending" : "none"} colSpan={2}>
            <button type="button" className="plain-button" onClick={() => setOrder("impact")}>
              {t("impact.now")}
            </button>
            <small>{t("impact.sumsToMean", { value: say.value(now, metric.unit) })}</small>
          </th>
          {hasChange && (
            <th
              scope="col"
              className="impact-of-change"
              aria-sort={order === "change" ? "descending" : "none"}
              colSpan={2}
            >
              <button type="button" className="plain-button" onClick={() => setOrder("change")}>
                {t("impact.change")}
              </button>
              <small>{t("impact.sumsToChange", { change: say.difference(change, metric.unit) })}</small>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {shown.map((group) => (
          <GroupRow
            key={String(group.key)}
            group={group}
            diagnosis={diagnosis}
            reach={reach}
            hasChange={hasChange}
            enter={enter}
          />
        ))}
        {rest && <RestRow rest={rest} diagnosis={diagnosis} reach={reach} hasChange={hasChange} />}
      </tbody>
    </table>
  );
}

type Reach = ReturnType<typeof reachOf>;
type RowProps = { diagnosis: Diagnosis; reach: Reach; hasChange: boolean };

function GroupRow({
  group,
  diagnosis,
  reach,
  hasChange,
  enter,
}: RowProps & { group: DiagnosisGroup; enter: Props["enter"] }) {
  const { t } = useTranslation("figures");
  const say = useFigureWords();
  const valueName = useValueName();
  const { unit, good } = diagnosis.metric;
  const name = valueName(diagnosis.dimension, group);
  return (
    <tr className={group.isRanked ? undefined : "impact-small"}>
      <th scope="row">
        <span className="impact-name">
          <Tooltip title={<Details group={group} diagnosis={diagnosis} />} placement="topLeft">
            <button type="button" className="plain-button impact-enter" onClick={() => enter(group)}>
              {name}
            </button>
          </Tooltip>
          {!group.isRanked && <small>{t(group.n < fewestObservations ? "small" : "impact.unsure")}</small>}
          {group.tags.map((tag) =>
            tag === "small_sample" ? null : <TagMark key={tag} tag={tag} className="figures-tag" />,
          )}
        </span>
      </th>
      <td className="impact-of-now impact-bar">
        <ImpactBar value={group.impact} low={group.low} high={group.high} reach={reach.impact} good={good} />
      </td>
      <td className="impact-of-now impact-number">{say.difference(group.impact, unit)}</td>
      {hasChange && (
        <>
          <td className="impact-of-change impact-bar">
            <SplitBar rate={group.rateEffect ?? 0} mix={group.mixEffect ?? 0} reach={reach.change} good={good} />
          </td>
          <td className="impact-of-change impact-number">{say.difference(group.total ?? 0, unit)}</td>
        </>
      )}
    </tr>
  );
}

/** All the rest in one row: without it the bars would not add up. */
function RestRow({ rest, diagnosis, reach, hasChange }: RowProps & { rest: Rest }) {
  const { t } = useTranslation("figures");
  const say = useFigureWords();
  const { unit, good } = diagnosis.metric;
  return (
    <tr className="impact-small">
      <th scope="row" className="impact-name">
        {t("impact.rest", { count: rest.count, number: rest.count })}
      </th>
      <td className="impact-of-now impact-bar">
        <ImpactBar value={rest.impact} low={null} high={null} reach={reach.impact} good={good} />
      </td>
      <td className="impact-of-now impact-number">{say.difference(rest.impact, unit)}</td>
      {hasChange && (
        <>
          <td className="impact-of-change impact-bar">
            <SplitBar rate={rest.total ?? 0} mix={0} reach={reach.change} good={good} />
          </td>
          <td className="impact-of-change impact-number">{say.difference(rest.total ?? 0, unit)}</td>
        </>
      )}
    </tr>
  );
}

/** What does not add up, and what the bar is made of. */
function Details({ group, diagnosis }: { group: DiagnosisGroup; diagnosis: Diagnosis }) {
  const { t } = useTranslation("figures");
  const say = useFigureWords();
  const { unit } = diagnosis.metric;
  const value = (value: number | null) => say.value({ value, denominator: 1 }, unit);
  const signed = (difference: number | null) => say.difference(difference ?? 0, unit);
  return (
    <ul className="impact-details">
      <li>{t("impact.detail.own", { value: value(group.mean), n: group.n })}</li>
      {group.before && <li>{t("impact.detail.before", { value: value(group.before.mean), n: group.before.n })}</li>}
      <li>
        {t("impact.detail.impact", { value: signed(group.impact), low: signed(group.low), high: signed(group.high) })}
      </li>
      {group.rateEffect !== null && (
        <li>{t("impact.detail.split", { rate: signed(group.rateEffect), mix: signed(group.mixEffect) })}</li>
      )}
      {group.leaveOneOut !== null && <li>{t("impact.detail.without", { value: value(group.leaveOneOut) })}</li>}
      <li>{t("impact.detail.enter")}</li>
    </ul>
  );
}
