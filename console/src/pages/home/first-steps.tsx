import { Link } from "@tanstack/react-router";
import type { Home } from "@yingda/contract/routes/analytics";
import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session.ts";
import { CheckIcon } from "../../ui/icons.tsx";

/** A shop without conversations has no figures to show; it has three things to do. */
export function FirstSteps({ facts }: { facts: Home["effectiveness"]["facts"] }) {
  const { t } = useTranslation("home");
  const can = useCan();
  return (
    <section className="panel first">
      <h2>{t("first.title")}</h2>
      <p>{t("first.lead")}</p>
      <ol>
        <Step isDone={facts.entries > 0} word="knowledge" number={1}>
          <Link to="/knowledge">
            <Button type={facts.entries > 0 ? "default" : "primary"}>{t("first.knowledge.go")}</Button>
          </Link>
        </Step>
        <Step isDone={false} word="window" number={2}>
          {can("settings.edit") && (
            <Link to="/settings" search={{ section: "window" }}>
              <Button type={facts.entries > 0 ? "primary" : "default"}>{t("first.window.go")}</Button>
            </Link>
          )}
        </Step>
        <Step isDone={false} word="serve" number={3}>
          <Link to="/workspace">
            <Button>{t("first.serve.go")}</Button>
          </Link>
        </Step>
      </ol>
      <p className="first-import">
        {t("first.import")} <Link to="/imports">{t("first.importGo")}</Link>
      </p>
    </section>
  );
}

type StepProps = { isDone: boolean; word: "knowledge" | "window" | "serve"; number: number; children: ReactNode };

function Step({ isDone, word, number, children }: StepProps) {
  const { t } = useTranslation("home");
  return (
    <li className={isDone ? "first-step first-done" : "first-step"}>
      <span className="first-number">{isDone ? <CheckIcon size={16} /> : number}</span>
      <strong>{t(`first.${word}.what`)}</strong>
      <span>{t(`first.${word}.why`)}</span>
      {children}
    </li>
  );
}
