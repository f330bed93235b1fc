import type { MeasureRules } from "@yingda/contract/measure-rules";
import { Checkbox, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { FaultLine } from "./fault-line.tsx";
import type { RulesProps } from "./rules.ts";

const stars = [5, 4, 3, 2, 1];
const verdicts = ["satisfied", "neither", "dissatisfied"] as const;
type Verdict = (typeof verdicts)[number];

/** A line for each star: what it counts as. */
export function StarsPanel({ rules, faultAt, change }: RulesProps) {
  const { t } = useTranslation("measures");
  return (
    <section className="panel rules">
      <h2 className="panel-title">{t("stars.title")}</h2>
      <p className="panel-lead">{t("stars.lead")}</p>
      <table className="verdicts">
        <thead>
          <tr>
            <th scope="col">{t("stars.column")}</th>
            {verdicts.map((verdict) => (
              <th key={verdict} scope="col">
                {t(`stars.${verdict}`)}
              </th>
            ))}
            <th scope="col" className="verdicts-apart">
              {t("stars.imBad")}
            </th>
          </tr>
        </thead>
        <tbody>
          {stars.map((star) => (
            <tr key={star}>
              <th scope="row">{t("stars.star", { star })}</th>
              {verdicts.map((verdict) => (
                <td key={verdict}>
                  <Radio
                    aria-label={t("stars.about", { star, verdict: t(`stars.${verdict}`) })}
                    checked={verdictOf(rules, star) === verdict}
                    onChange={() => change(judge(rules, star, verdict))}
                  />
                </td>
              ))}
              <td className="verdicts-apart">
                <Checkbox
                  aria-label={t("stars.about", { star, verdict: t("stars.imBad") })}
                  checked={rules.imBadStars.includes(star)}
                  onChange={({ target }) =>
                    change({ ...rules, imBadStars: put(rules.imBadStars, star, target.checked) })
                  }
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <FaultLine code={faultAt(["satisfiedStars"]) ?? faultAt(["dissatisfiedStars"]) ?? faultAt(["imBadStars"])} />
    </section>
  );
}

function verdictOf({ satisfiedStars, dissatisfiedStars }: MeasureRules, star: number): Verdict {
  if (satisfiedStars.includes(star)) return "satisfied";
  return dissatisfiedStars.includes(star) ? "dissatisfied" : "neither";
}

function judge(rules: MeasureRules, star: number, verdict: Verdict): MeasureRules {
  return {
    ...rules,
    satisfiedStars: put(rules.satisfiedStars, star, verdict === "satisfied"),
    dissatisfiedStars: put(rules.dissatisfiedStars, star, verdict === "dissatisfied"),
  };
}

const put = (list: readonly number[], star: number, isIn: boolean) =>
  [...list.filter((one) => one !== star), ...(isIn ? [star] : [])].sort((a, b) => a - b);
