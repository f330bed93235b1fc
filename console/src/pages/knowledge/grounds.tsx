import type { AskReply } from "@yingda/contract/routes/knowledge";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";

type Candidate = AskReply["candidates"][number];
type Ground = Candidate["grounds"][number];

/** In log odds: below the first nobody would notice; from the others on it is plain, and it settles the matter. */
const grades = { least: 0.1, plain: 0.7, strong: 2 } as const;
/** As long as a bar can be. */
const most = 4;
const order: readonly Ground["part"][] = ["memory", "classifier", "vectors", "weights", "calibration", "model"];

/** What the shop's own questions and its embedding model make of an entry, beside what the engine thinks by itself. */
export function Grounds({ candidate: { grounds, unaided, score, remembered } }: { candidate: Candidate }) {
  const { t } = useTranslation("knowledge");
  const format = useFormat();
  const shown = grounds
    .filter(({ odds }) => Math.abs(odds) >= grades.least)
    .sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  if (shown.length === 0) return null;
  const isHeard = shown.some(({ part, odds }) => part === "memory" && odds > 0);
  return (
    <div className="kn-grounds">
      <small className="kn-grounds-lead">
        {t(unaided < 0.005 ? "ground.unthought" : "ground.unaided", {
          unaided: format.ratio(unaided),
          score: format.ratio(score),
        })}
      </small>
      <ul className="kn-signals">
        {shown.map((ground) => (
          <GroundBar key={ground.part} ground={ground} />
        ))}
      </ul>
      {isHeard && remembered && (
        <small className="kn-grounds-heard" title={remembered}>
          {t("ground.remembered", { words: remembered })}
        </small>
      )}
    </div>
  );
}

function GroundBar({ ground: { part, odds } }: { ground: Ground }) {
  const { t } = useTranslation("knowledge");
  const size = Math.abs(odds);
  const grade = size >= grades.strong ? "strong" : size >= grades.plain ? "plain" : "slight";
  const way = odds > 0 ? "up" : "down";
  const words = t(`ground.grade.${way}.${grade}`);
  return (
    <li className={odds > 0 ? "kn-signal" : "kn-signal kn-signal-against"}>
      <Tooltip title={t("ground.tip", { hint: t(`groundHint.${part}`), grade: words })}>
        <span className="kn-signal-word">
          {odds > 0 ? "+" : "−"} {t(`ground.part.${part}`)}
        </span>
      </Tooltip>
      <span className="kn-signal-track" role="img" aria-label={words}>
        <span style={{ width: `${Math.min(1, size / most) * 100}%` }} />
      </span>
    </li>
  );
}
