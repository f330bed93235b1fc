import type { Sentiment } from "@yingda/contract/events";
import { routes } from "@yingda/contract/routes";
import { Select } from "antd";
import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";
import { useAct } from "../pages/workspace/use-acts.ts";
import { useCan, useMe } from "../session.ts";
import type { ConversationDetail } from "../transcript/conversation-query.ts";
import { useFormat } from "../ui/use-format.ts";
import { aboutOf } from "./about-of.ts";
import { FeelingMark, UrgentMark } from "./feeling-mark.tsx";
import { useIntentNames } from "./intents-query.ts";
import { ProductSelect } from "./product-select.tsx";

/** What the conversation is about, as rows of a list of facts; put right in two clicks by those who may. */
export function AboutFacts({ detail }: { detail: ConversationDetail }) {
  const { t } = useTranslation("about");
  const about = useMemo(() => aboutOf(detail.events), [detail.events]);
  const mayCorrect = useMayCorrect(detail);
  const { mutate: correct, isPending } = useAct((said: Correction) =>
    call(routes.correctConversation, { conversationId: detail.conversation.id, ...said }),
  );
  const pick = { mayCorrect: mayCorrect && !isPending, correct };
  return (
    <>
      <dt>{t("intent")}</dt>
      <dd>
        <IntentValue value={about.intent.value} {...pick} />
        <Source of={about.intent} detail={detail} />
      </dd>
      <dt>{t("product")}</dt>
      <dd>
        <ProductSelect
          value={about.productId.value}
          mayChange={pick.mayCorrect}
          change={(productId) => correct({ productId })}
        />
        <Source of={about.productId} detail={detail} />
      </dd>
      <dt>{t("feeling")}</dt>
      <dd>
        <FeelingValue value={about.sentiment.value} isAngry={about.isAngry} {...pick} />
        {about.isUrgent && <UrgentMark words={about.urgentWords} />}
        <Source of={about.sentiment} detail={detail} />
      </dd>
    </>
  );
}

type Correction = { intent?: string | null; productId?: string | null; sentiment?: Sentiment };
type Pick = { mayCorrect: boolean; correct: (said: Correction) => void };

/** Theirs, or anybody's for who oversees; the server decides by the same rule. */
function useMayCorrect({ conversation, events }: ConversationDetail): boolean {
  const { staff } = useMe();
  const can = useCan();
  if (can("conversations.oversee") || conversation.agentId === staff.id) return true;
  return events.some((event) => event.actor.kind === "agent" && event.actor.id === staff.id);
}

const noneOption = "";

function IntentValue({ value, mayCorrect, correct }: Pick & { value: string | null }) {
  const { t } = useTranslation("about");
  const { groups, nameOf, groupNameOf } = useIntentNames();
  const { language } = useFormat();
  const options = useMemo(() => {
    const inUse = groups
      .filter((group) => !group.isRetired)
      .map((group) => ({
        label: group.name[language],
        options: group.intents
          .filter((intent) => !intent.isRetired)
          .map((intent) => ({
            value: intent.key,
            label: intent.name[language],
            words: `${group.name[language]} ${intent.name["zh-CN"]} ${intent.name.en}`.toLowerCase(),
          })),
      }))
      .filter((group) => group.options.length > 0);
    return [{ value: noneOption, label: t("noIntent"), words: t("noIntent") }, ...inUse];
  }, [groups, language, t]);
  const group = value === null ? null : groupNameOf(value);
  if (!mayCorrect) return <Plain>{value === null ? t("noIntent") : nameOf(value)}</Plain>;
  return (
    <Select
      className="about-select"
      variant="borderless"
      size="small"
      popupMatchSelectWidth={240}
      aria-label={t("correctIntent")}
      title={group ?? undefined}
      value={value ?? noneOption}
      labelRender={({ label, value: key }) => label ?? nameOf(String(key))}
      options={options}
      showSearch={{ filterOption: (typed, option) => wordsOf(option).includes(typed.trim().toLowerCase()) }}
      onChange={(key) => correct({ intent: key === noneOption ? null : key })}
    />
  );
}

const wordsOf = (option: unknown) => (option as { words?: string } | undefined)?.words ?? "";

const feelings = ["negative", "neutral", "positive"] as const;

function FeelingValue({ value, isAngry, mayCorrect, correct }: Pick & { value: Sentiment | null; isAngry: boolean }) {
  const { t } = useTranslation("about");
  if (!mayCorrect) return <Plain>{value ? <FeelingMark feeling={value} isAngry={isAngry} /> : t("unknown")}</Plain>;
  return (
    <Select
      className="about-select"
      variant="borderless"
      size="small"
      popupMatchSelectWidth={150}
      aria-label={t("correctFeeling")}
      placeholder={t("unknown")}
      value={value}
      options={feelings.map((feeling) => ({
        value: feeling,
        label: <FeelingMark feeling={feeling} isAngry={isAngry && feeling === value} />,
      }))}
      onChange={(sentiment) => correct({ sentiment })}
    />
  );
}

const Plain = ({ children }: { children: ReactNode }) => <span className="about-plain">{children}</span>;

/** How sure the engine was, or who said so instead. */
function Source({
  of: { value, confidence, personId },
  detail,
}: {
  of: { value: unknown; confidence: number | null; personId: string | null };
  detail: ConversationDetail;
}) {
  const { t } = useTranslation("about");
  const format = useFormat();
  if (personId) {
    const name = detail.staffNames[personId] ?? t("colleague");
    return <small className="about-source">{t("byPerson", { name })}</small>;
  }
  if (value === null || confidence === null) return null;
  // Never quite certain.
  return (
    <small className="about-source" title={t("confidenceHint")}>
      {t("confidence", { share: format.number(Math.min(99, Math.round(100 * confidence))) })}
    </small>
  );
}
