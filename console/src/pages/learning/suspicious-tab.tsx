import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import { App, Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useIntentNames } from "../../about/intents-query.ts";
import { call } from "../../api.ts";
import { EmptyState, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useLearningChange } from "./learning-data.ts";

type Decision = "keep" | "drop" | "move";

/** Labels that the others contradict, most likely mistakes first: a glance each, and it is settled. */
export function SuspiciousTab() {
  const { t } = useTranslation("learning");
  const { t: about } = useTranslation("about");
  const { nameOf } = useIntentNames();
  const hints = useQuery({
    queryKey: ["learning", "suspicious"],
    queryFn: ({ signal }) => call(routes.listSuspiciousHints, {}, signal),
  });
  const labels = useQuery({
    queryKey: ["intents", "suspicious"],
    queryFn: ({ signal }) => call(routes.listSuspiciousLabels, {}, signal),
  });
  const nothing = t("nothingAnswers");
  const failed = hints.error ?? labels.error;
  if (failed) return <ErrorState error={failed} retry={() => (hints.isError ? hints.refetch() : labels.refetch())} />;
  if (!hints.data || !labels.data) {
    return (
      <section className="panel" aria-busy="true">
        <p className="learning-quiet">{t("suspicious.training")}</p>
        <Skeleton active paragraph={{ rows: 6 }} />
      </section>
    );
  }
  const { intents, feelings } = labels.data;
  if (hints.data.items.length + intents.length + feelings.length === 0) {
    return (
      <section className="panel">
        <EmptyState title={t("suspicious.none")} why={t("suspicious.noneWhy")} />
      </section>
    );
  }
  return (
    <div className="learning">
      <p className="learning-quiet">{t("suspicious.lead")}</p>
      <Group name={t("suspicious.group.hints")} count={hints.data.items.length}>
        {hints.data.items.map((item) => (
          <Doubt
            key={item.hintId}
            text={item.text}
            from={t(`source.${item.source}`)}
            conversationId={item.conversationId}
            said={item.entry?.question ?? nothing}
            likely={item.likely?.question ?? nothing}
            probability={item.probability}
            canMove
            settle={(decision) =>
              call(
                routes.reviewHint,
                decision === "move"
                  ? { hintId: item.hintId, decision, entryId: item.likely?.entryId ?? null }
                  : { hintId: item.hintId, decision },
              )
            }
          />
        ))}
      </Group>
      <Group name={t("suspicious.group.intents")} count={intents.length}>
        {intents.map((item) => (
          <Doubt
            key={item.exampleId}
            text={item.text}
            from={t(`suspicious.${item.origin}`)}
            conversationId={item.conversationId}
            said={nameOf(item.intentKey)}
            likely={item.likely ? nameOf(item.likely) : t("suspicious.noIntent")}
            probability={item.probability}
            canMove={item.likely !== null}
            settle={(decision) =>
              call(
                routes.reviewExample,
                decision === "move"
                  ? { exampleId: item.exampleId, decision, intent: item.likely! }
                  : { exampleId: item.exampleId, decision },
              )
            }
          />
        ))}
      </Group>
      <Group name={t("suspicious.group.feelings")} count={feelings.length}>
        {feelings.map((item) => (
          <Doubt
            key={item.conversationId}
            text={item.text}
            from={t("suspicious.correction")}
            conversationId={item.conversationId}
            said={about(`feelings.${item.sentiment}`)}
            likely={about(`feelings.${item.likely}`)}
            probability={item.probability}
            canMove
            settle={(decision) =>
              call(
                routes.reviewFeeling,
                decision === "move"
                  ? { conversationId: item.conversationId, decision, sentiment: item.likely }
                  : { conversationId: item.conversationId, decision },
              )
            }
          />
        ))}
      </Group>
    </div>
  );
}

function Group({ name, count, children }: { name: string; count: number; children: ReactNode }) {
  const format = useFormat();
  if (count === 0) return null;
  return (
    <section className="panel" aria-label={name}>
      <h2 className="panel-title">
        {name} <small>{format.number(count)}</small>
      </h2>
      <ul className="doubts">{children}</ul>
    </section>
  );
}

type DoubtProps = {
  text: string;
  from: string;
  conversationId: string | null;
  said: string;
  likely: string;
  probability: number;
  canMove: boolean;
  settle: (decision: Decision) => Promise<unknown>;
};

function Doubt({ text, from, conversationId, said, likely, probability, canMove, settle }: DoubtProps) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const { message } = App.useApp();
  const change = useLearningChange(settle, (_, decision: Decision) => {
    message.success(
      t(({ keep: "suspicious.kept", move: "suspicious.moved", drop: "suspicious.dropped" } as const)[decision]),
    );
  });
  const act = (decision: Decision) => ({
    size: "small" as const,
    loading: change.isPending && change.variables === decision,
    disabled: change.isPending,
    onClick: () => change.mutate(decision),
  });
  return (
    <li className="doubt">
      <div className="doubt-words">
        <strong>{text}</strong>
        <span className="learning-quiet">
          {from}
          {conversationId && (
            <Link to="/conversations/$conversationId" params={{ conversationId }}>
              {t("suspicious.open")}
            </Link>
          )}
        </span>
      </div>
      <dl className="doubt-labels">
        <div>
          <dt>{t("suspicious.said")}</dt>
          <dd>{said}</dd>
        </div>
        <div>
          <dt>{t("suspicious.likely")}</dt>
          <dd>
            {likely} <small>{format.ratio(probability)}</small>
          </dd>
        </div>
      </dl>
      <div className="doubt-acts">
        <Button {...act("keep")}>{t("suspicious.keep")}</Button>
        {canMove && (
          <Button {...act("move")} type="primary" ghost className="doubt-move" title={likely}>
            {t("suspicious.move", { name: likely })}
          </Button>
        )}
        <Button {...act("drop")} type="text">
          {t("suspicious.drop")}
        </Button>
      </div>
    </li>
  );
}
