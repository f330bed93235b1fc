import { Link } from "@tanstack/react-router";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useCan } from "../../session.ts";
import { ChevronIcon } from "../../ui/icons.tsx";
import { metricNames } from "./advice.ts";
import { type Way, waysOf } from "./ways.ts";

type Behind = { metric: string; part: string; from: string; to: string };
type Props = { metricKey: string; behind: Behind; why: { metric: string; range: string | undefined } };

/** "How to improve": why it is so first, then the places this person may go to. */
export function WaysMenu({ metricKey, behind, why }: Props) {
  const { t } = useTranslation("home");
  const can = useCan();
  const name = metricNames[metricKey];
  const ways = name ? waysOf[name].filter((way) => way.to === "behind" || can(way.permission)) : [];
  return (
    <Dropdown
      trigger={["click"]}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: "why",
            label: (
              <Link to="/analytics/diagnosis" search={why}>
                {t("ways.why")}
              </Link>
            ),
          },
          ...ways.map((way) => ({ key: way.word, label: <WayLink way={way} behind={behind} /> })),
        ],
      }}
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
