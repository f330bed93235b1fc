import { Link } from "@tanstack/react-router";
import type { MetricWords } from "@yingda/contract/figures";
import { Dropdown, Tooltip } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ArrowIcon, ChevronIcon, InfoIcon } from "../ui/icons.tsx";
import { Missing } from "../ui/missing.tsx";
import { useFormat } from "../ui/use-format.ts";
import type { Pair } from "./ask.ts";
import { ChangeMark } from "./change-mark.tsx";
import { useFigureWords } from "./use-figure-words.ts";
import { useFigureState } from "./use-figures.ts";

type Variant = { key: string; name: string };

type Props = {
  words: MetricWords;
  /** Undefined: the metric does not know what is filtered by. */
  pair: Pair | undefined;
  variants: Variant[];
  choose: (key: string) => void;
};

/** One figure with what it is made of, what it was, and the way to why. */
export function MetricCard({ words, pair, variants, choose }: Props) {
  const { t } = useTranslation(["figures", "common"]);
  const { language } = useFormat();
  const say = useFigureWords();
  const name = words.name[language];
  const now = pair?.now;
  return (
    <section className="panel figures-card" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <Tooltip title={words.formula[language]}>
          <button type="button" className="plain-button figures-hint" aria-label={words.formula[language]}>
            <InfoIcon size={15} />
          </button>
        </Tooltip>
        {variants.length > 1 && <VariantMenu variants={variants} chosen={words.key} choose={choose} />}
      </header>
      <p className="figures-card-value">
        {!now || now.value === null ? (
          <Missing reason={t(now ? "common:missing.noDenominator" : "card.unfit")} />
        ) : (
          <Tooltip title={say.parts(now, words.unit)}>
            {now.denominator === null ? (
              <span>{say.value(now, words.unit)}</span>
            ) : (
              <WhyLink metric={words.key}>{say.value(now, words.unit)}</WhyLink>
            )}
          </Tooltip>
        )}
      </p>
      <Before pair={pair} words={words} />
      {now && now.value !== null && <Spread now={now} />}
      {now && now.value !== null && now.denominator !== null && (
        <WhyLink metric={words.key} className="figures-why">
          {t("card.why")}
          <ArrowIcon size={14} />
        </WhyLink>
      )}
    </section>
  );
}

export function WhyLink({ metric, className, children }: { metric: string; className?: string; children: ReactNode }) {
  const { search } = useFigureState();
  const { by: _by, part: _part, use: _use, ...kept } = search;
  return (
    <Link to="/analytics/diagnosis" search={{ ...kept, metric }} className={className}>
      {children}
    </Link>
  );
}

function Before({ pair, words }: { pair: Pair | undefined; words: MetricWords }) {
  const { t } = useTranslation("figures");
  const say = useFigureWords();
  const { state } = useFigureState();
  if (!pair || !state.before) return null;
  if (pair.before?.value == null) return <p className="figures-card-more">{t("card.noBefore")}</p>;
  return (
    <p className="figures-card-more">
      {t("card.before", { value: say.value(pair.before, words.unit) })}
      <ChangeMark now={pair.now} before={pair.before} words={words} />
    </p>
  );
}

/** A mean stands with its median and P90: one twelve-day answer ruins a mean. */
function Spread({ now }: { now: Pair["now"] }) {
  const { t } = useTranslation("figures");
  const format = useFormat();
  if (now.median === null || now.p90 === null) return null;
  return (
    <p className="figures-card-more">
      {t("card.spread", { median: format.duration(now.median), p90: format.duration(now.p90) })}
    </p>
  );
}

function VariantMenu({ variants, chosen, choose }: { variants: Variant[]; chosen: string; choose: Props["choose"] }) {
  const { t } = useTranslation("figures");
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: variants.map(({ key, name }) => ({ key, label: name })),
        selectedKeys: [chosen],
        onClick: ({ key }) => choose(key),
      }}
    >
      <button type="button" className="plain-button figures-variant" aria-label={t("card.variant")}>
        <span>{t("card.variant")}</span>
        <ChevronIcon size={13} />
      </button>
    </Dropdown>
  );
}
