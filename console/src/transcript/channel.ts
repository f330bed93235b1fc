import { useTranslation } from "react-i18next";

/** Channels we know have a name; imported logs bring their own words for theirs. */
export function useChannelName() {
  const { t } = useTranslation("conversations");
  return (channel: string) => (channel === "web" || channel === "import" ? t(`channel.${channel}`) : channel);
}
