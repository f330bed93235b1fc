import { useTranslation } from "react-i18next";

/** Channels we know have a name; imported logs bring their own words for theirs. */
const named = ["web", "h5", "app", "import"] as const;
type Named = (typeof named)[number];

export const knownChannels: readonly string[] = named;

export function useChannelName() {
  const { t } = useTranslation("conversations");
  return (channel: string) => (knownChannels.includes(channel) ? t(`channel.${channel as Named}`) : channel);
}
