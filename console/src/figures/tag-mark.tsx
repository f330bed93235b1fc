import { Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { type Tag, tagHint } from "./tag-hint.ts";

/** A warning in a word or two; what it takes to get it is said on hover and to whoever comes by with the keyboard. */
export function TagMark({ tag, className }: { tag: Tag; className: string }) {
  const { t } = useTranslation("figures");
  return (
    <Tooltip title={tagHint(tag, t)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the hint must be reachable by keyboard */}
      <span className={`${className} ${className}-${tag}`} tabIndex={0}>
        {t(`tag.${tag}`)}
      </span>
    </Tooltip>
  );
}
