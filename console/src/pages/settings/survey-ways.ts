import { queryOptions, useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { call } from "../../api.ts";
import { mailQuery } from "./mail-query.ts";

export const webhookQuery = queryOptions({
  queryKey: ["surveys", "webhook"],
  queryFn: ({ signal }) => call(routes.getSurveyWebhook, {}, signal),
});

/** By what survey links reach customers in this shop. */
export type SurveyWays = {
  /** The address that mails come from; null: no mail server is set up. */
  mailFrom: string | null;
  webhookUrl: string | null;
  are: "both" | "mail" | "webhook" | "none";
};

/** null while it is not known. */
export function useSurveyWays(): SurveyWays | null {
  const mail = useQuery(mailQuery).data;
  const webhook = useQuery(webhookQuery).data;
  if (!mail || !webhook) return null;
  const mailFrom = mail.settings?.fromAddress ?? null;
  const webhookUrl = webhook.url || null;
  const are = mailFrom ? (webhookUrl ? "both" : "mail") : webhookUrl ? "webhook" : "none";
  return { mailFrom, webhookUrl, are };
}
