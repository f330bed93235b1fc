import { Link, useRouterState } from "@tanstack/react-router";
import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useCan } from "../session.ts";
import { Mark, MoreIcon } from "../ui/icons.tsx";
import { places } from "./nav.ts";

/** As many words as fit side by side on a narrow phone; the rest wait behind "more". */
const placesOnPhone = 5;

export function Rail() {
  const { t } = useTranslation();
  const can = useCan();
  const allowed = places.filter((place) => can(place.permission));
  const isCrowded = allowed.length > placesOnPhone;
  const behindMore = isCrowded ? allowed.slice(placesOnPhone - 1) : [];

  return (
    <nav className="rail" aria-label={t("nav.label")}>
      <Link to={can("analytics.read") ? "/" : "/workspace"} className="rail-mark" aria-label={t("product")}>
        <Mark />
      </Link>
      {allowed.map((place) => (
        <RailLink key={place.to} place={place} isBehindMore={behindMore.includes(place)} />
      ))}
      {isCrowded && <RailMore places={behindMore} />}
    </nav>
  );
}

type Place = (typeof places)[number];

function RailLink({ place, isBehindMore }: { place: Place; isBehindMore: boolean }) {
  const { t } = useTranslation();
  return (
    <Link
      to={place.to}
      className={isBehindMore ? "rail-link rail-link-behind" : "rail-link"}
      activeOptions={{ exact: place.to === "/", includeSearch: false }}
      activeProps={{ "aria-current": "page" }}
    >
      <place.Icon />
      <span>{t(`nav.${place.word}`)}</span>
    </Link>
  );
}

function RailMore({ places: behind }: { places: readonly Place[] }) {
  const { t } = useTranslation();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const isHere = behind.some((place) => path.startsWith(place.to));
  return (
    <Dropdown
      trigger={["click"]}
      placement="topRight"
      menu={{
        items: behind.map((place) => ({
          key: place.to,
          icon: <place.Icon size={18} />,
          label: <Link to={place.to}>{t(`nav.${place.word}`)}</Link>,
        })),
      }}
    >
      <button type="button" className="plain-button rail-link rail-more" aria-current={isHere ? "page" : undefined}>
        <MoreIcon />
        <span>{t("nav.more")}</span>
      </button>
    </Dropdown>
  );
}
