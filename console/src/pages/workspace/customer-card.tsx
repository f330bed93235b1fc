import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { useChannelName } from "../../transcript/channel.ts";
import type { ConversationDetail } from "../../transcript/conversation-query.ts";
import { Stars } from "../../transcript/lines.tsx";
import { shortAddress } from "../../transcript/system-words.ts";
import { useFormat } from "../../ui/use-format.ts";

export function CustomerCard({ detail }: { detail: ConversationDetail }) {
  const { t } = useTranslation(["workspace", "common"]);
  const format = useFormat();
  const channel = useChannelName();
  const { customer, conversation } = detail;
  const language = customer.locale === "en" ? "en" : "zh-CN";
  return (
    <section className="side-part">
      <h3>{t("customer.title")}</h3>
      <dl className="facts">
        <dt>{t("customer.name")}</dt>
        <dd>{customer.name}</dd>
        <dt>{t("customer.locale")}</dt>
        <dd>{t(`common:language.${language}`)}</dd>
        <dt>{t("customer.channel")}</dt>
        <dd>{channel(conversation.channel)}</dd>
        {(["email", "phone"] as const).map(
          (way) =>
            customer[way] && (
              <Fragment key={way}>
                <dt>{t(`customer.${way}`)}</dt>
                <dd>{customer[way]}</dd>
              </Fragment>
            ),
        )}
        {customer.pageUrl && (
          <>
            <dt>{t("customer.page")}</dt>
            <dd>
              <Page address={customer.pageUrl} />
            </dd>
          </>
        )}
        <dt>{t("customer.firstSeen")}</dt>
        <dd>{format.time(customer.firstSeenAt)}</dd>
        <dt>{t("customer.conversations")}</dt>
        <dd>{t("customer.times", { count: customer.conversations, number: format.number(customer.conversations) })}</dd>
        {customer.ratings.length > 0 && (
          <>
            <dt>{t("customer.ratings")}</dt>
            <dd>
              <ul className="facts-ratings">
                {customer.ratings.slice(0, 5).map((rating) => (
                  <li key={rating.at}>
                    <Stars stars={rating.stars} />
                    <span>{format.day(format.dayOf(rating.at))}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

function Page({ address }: { address: string }) {
  if (!/^https?:\/\//.test(address)) return shortAddress(address);
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {shortAddress(address)}
    </a>
  );
}
