import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session.ts";
import { ChevronIcon } from "../../ui/icons.tsx";
import { metricNames } from "./advice.ts";
import { type Way, waysOf } from "./ways.ts";

export type Behind = { metric: string; part: string; from: string; to: string };

/** "How to improve": only the places this person may go to. */
export function WaysMenu({ metricKey, behind }: { metricKey: string; behind: Behind }) {
  const { t } = useTranslation("home");
  const can = useCan();
  const name = metricNames[metricKey];
  const ways = name ? waysOf[name].filter((way) => way.to === "behind" || can(way.permission)) : [];
  if (ways.length === 0) return null;
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{ items: ways.map((way) => ({ key: way.word, label: <WayLink way={way} behind={behind} /> })) }}
    >
      <Button type="text" size="small" className="ways" icon={<ChevronIcon />} iconPlacement="end">
        {t("metric.ways")}
      </Button>
    </Dropdown>
  );
}

function WayLink({ way, behind }: { way: Way; behind: Behind }) {
  const { t } = useTranslation("home");
  const words = t(`ways.${way.word}`);
  if (way.to === "behind") {
    return (
      <Link to="/conversations" search={behind}>
        {words}
      </Link>
    );
  }
  if (way.to === "/settings") {
    return (
      <Link to="/settings" search={{ section: way.section }}>
        {words}
      </Link>
    );
  }
  return <Link to={way.to}>{words}</Link>;
}
