import { Link } from "@tanstack/react-router";
import type { Home } from "@yingda/contract/routes/analytics";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session.ts";
import { ArrowIcon, CheckIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type Advice, adviseToday } from "./advice.ts";

export function AdviceList({ home }: { home: Home }) {
  const { t } = useTranslation("home");
  const advice = adviseToday(home);
  return (
    <section className="panel advice">
      <h2 className="panel-title">{t("advice.title")}</h2>
      {advice.length === 0 ? (
        <p className="advice-none">
          <CheckIcon size={18} />
          {t("advice.none")}
        </p>
      ) : (
        <ol>
          {advice.map((each) => (
            <AdviceRow key={each.what} advice={each} window={home.window} />
          ))}
        </ol>
      )}
    </section>
  );
}

function AdviceRow({ advice, window }: { advice: Advice; window: Home["window"] }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const isTime = advice.what === "wait" || advice.what === "response";
  const figure = isTime ? format.duration(advice.figure) : format.number(advice.figure);
  return (
    <li>
      <div className="advice-words">
        <strong>{t(`advice.${advice.what}.what`, { figure, count: Math.round(advice.figure) })}</strong>
        <span>{t(`advice.${advice.what}.do`)}</span>
      </div>
      {advice.gain !== null && (
        <span className="advice-gain" title={t("advice.gainHint")}>
          {t("advice.gain", { points: format.number(advice.gain, 1) })}
        </span>
      )}
      <AdviceLink advice={advice} window={window}>
        <Button icon={<ArrowIcon />} iconPlacement="end">
          {t(`advice.${advice.what}.go`)}
        </Button>
      </AdviceLink>
    </li>
  );
}

/** Where it is done; the conversations behind the figure when this person may not change the cause. */
function AdviceLink({ advice, window, children }: { advice: Advice; window: Home["window"]; children: ReactNode }) {
  const can = useCan();
  if (advice.what === "queue") {
    return (
      <Link to="/workspace" search={{ scope: "queue" }}>
        {children}
      </Link>
    );
  }
  if (advice.what === "knowledge") return <Link to="/knowledge">{children}</Link>;
  if (advice.what === "hotQuestions" && can("settings.edit")) {
    return (
      <Link to="/settings" search={{ section: "window" }}>
        {children}
      </Link>
    );
  }
  if ((advice.what === "staff" || advice.what === "connect" || advice.what === "wait") && can("staff.manage")) {
    return <Link to="/staff">{children}</Link>;
  }
  if (advice.metricKey === null) return null;
  return (
    <Link to="/conversations" search={{ metric: advice.metricKey, part: "against", from: window.from, to: window.to }}>
      {children}
    </Link>
  );
}
