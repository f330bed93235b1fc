import { Link } from "@tanstack/react-router";
import type { Cell, DetailColumn, DetailTable } from "@yingda/contract/details";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { writeFilters } from "../../figures/address.ts";
import { useFigureState } from "../../figures/use-figures.ts";
import { dash } from "../../ui/format.ts";
import { useFormat } from "../../ui/use-format.ts";

/** A value as people say it. */
export function DetailCell({ cell, column }: { cell: Cell; column: DetailColumn }) {
  const { t } = useTranslation("details");
  const format = useFormat();
  if (cell === null) return <span className="details-none">{dash}</span>;
  const { kind, choices, key } = column;
  switch (kind) {
    case "instant":
      return <span className="details-time">{format.time(String(cell))}</span>;
    case "day":
      return <span className="details-time">{format.day(String(cell))}</span>;
    case "seconds":
      return format.duration(Number(cell));
    case "ratio":
      return format.ratio(Number(cell));
    case "count":
      return format.number(Number(cell));
    case "stars":
      return t("stars", { count: Number(cell) });
    case "flag":
      return cell ? t("yes") : <span className="details-none">{t("no")}</span>;
    case "choice":
      return choices?.[String(cell)]?.[format.language] ?? String(cell);
    case "text":
      return key === "link" ? (
        <a href={String(cell)}>{t("open")}</a>
      ) : (
        <span className="details-words" title={String(cell)}>
          {String(cell)}
        </span>
      );
  }
}

type RowLinkProps = { id: string; table: DetailTable; children: ReactNode };

/** To the transcript; from an agent, to the conversations that they held. */
export function RowLink({ id, table, children }: RowLinkProps) {
  const { search, state } = useFigureState();
  if (table === "conversations") {
    return (
      <Link
        to="/conversations/$conversationId"
        params={{ conversationId: id }}
        search={{}}
        className="details-link"
        preload={false}
      >
        {children}
      </Link>
    );
  }
  const [agentId, day] = table === "agent_days" ? splitAtLast(id) : [id, null];
  const others = state.filters.filter(({ dimension }) => dimension !== "agent");
  return (
    <Link
      to="/analytics/conversations"
      search={{
        ...(day ? { from: day, to: day } : { range: search.range, from: search.from, to: search.to }),
        filters: writeFilters([...others, { dimension: "agent", in: [agentId], not: false }]),
      }}
      className="details-link"
      preload={false}
    >
      {children}
    </Link>
  );
}

/** Ids from imported logs may hold anything, a day may not. */
function splitAtLast(id: string): [agentId: string, day: string] {
  const at = id.lastIndexOf("/");
  return [id.slice(0, at), id.slice(at + 1)];
}
