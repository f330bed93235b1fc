import { Tooltip } from "antd";
import { dash } from "./format.ts";

/** The dash of a figure that cannot be computed, with the reason on hover and focus. */
export function Missing({ reason }: { reason: string }) {
  return (
    <Tooltip title={reason}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the reason must be reachable by keyboard */}
      <span className="missing" tabIndex={0}>
        {dash}
        <span className="visually-hidden">{reason}</span>
      </span>
    </Tooltip>
  );
}
