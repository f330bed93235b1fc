import type { HomeMetric } from "@yingda/contract/routes/analytics";
import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { shareBehind } from "../../figures/peers.ts";
import { useFormat } from "../../ui/use-format.ts";

/** The peers' median, and how many of them this shop is ahead of. */
export function PeerMark({ metric }: { metric: HomeMetric }) {
  const { t } = useTranslation("home");
  const format = useFormat();
  const { peers, unit, good } = metric;
  if (!peers) return null;
  const behind = shareBehind(peers, good);
  const words = { ahead: "peers.ahead", at_least: "peers.aheadLeast", at_most: "peers.aheadMost" } as const;
  const hint = t("peers.hint", {
    median: format.value(peers.median, unit),
    low: format.value(peers.p25, unit),
    high: format.value(peers.p75, unit),
    source: peers.source === "file" ? t("peers.file") : t("peers.installation", { number: format.number(peers.n) }),
    day: format.day(peers.asOf),
  });
  return (
    <Tooltip title={hint}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the hint must be reachable by keyboard */}
      <p className="against peer-mark" tabIndex={0}>
        {t("metric.peers", { value: format.value(peers.median, unit) })}
        {behind && <span>{t(words[behind.bound ?? "ahead"], { share: Math.round(behind.share) })}</span>}
      </p>
    </Tooltip>
  );
}
