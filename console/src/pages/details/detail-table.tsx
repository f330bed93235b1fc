import type { DetailColumn } from "@yingda/contract/details";
import type { DetailPage } from "@yingda/contract/routes/details";
import { Tooltip } from "antd";
import { type KeyboardEvent, memo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import { DetailCell, RowLink } from "./detail-cell.tsx";
import { type DetailState, useSetLook } from "./use-details.ts";

type Props = { state: DetailState; page: DetailPage; isStale: boolean };

/** A real table, so that it can be read aloud, copied and printed; on a phone each row becomes a card. */
export function DetailTable({ state, page, isStale }: Props) {
  const { t } = useTranslation("details");
  const byKey = new Map(state.columns.map((column) => [column.key, column]));
  const columns = page.columns.flatMap((key) => byKey.get(key) ?? []);
  return (
    <div className={isStale ? "details-scroll details-stale" : "details-scroll"}>
      <table className={state.isTight ? "details-table details-tight" : "details-table"}>
        <caption className="visually-hidden">
          {t(`title.${state.table === "conversations" ? "conversations" : "agents"}`)}
        </caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} state={state} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={walk}>
          {page.rows.map((row) => (
            <Row key={row.id} row={row} columns={columns} table={state.table} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({ column, state }: { column: DetailColumn; state: DetailState }) {
  const { language } = useFormat();
  const setLook = useSetLook();
  const { key, kind, name, explanation } = column;
  const direction = state.sort?.column === key ? state.sort.direction : null;
  // Numbers and times are mostly looked at from their large end.
  const first = kind === "text" || kind === "choice" ? "asc" : "desc";
  const next = direction === null ? first : direction === "asc" ? "desc" : "asc";
  return (
    <th
      scope="col"
      className={isAmount(kind) ? "details-number" : undefined}
      aria-sort={direction === null ? undefined : direction === "asc" ? "ascending" : "descending"}
    >
      <Tooltip title={explanation?.[language]}>
        <button
          type="button"
          className="plain-button details-sort"
          onClick={() => setLook({ sort: { column: key, direction: next } })}
        >
          {name[language]}
          <i aria-hidden="true">{direction === null ? "" : direction === "asc" ? "↑" : "↓"}</i>
        </button>
      </Tooltip>
    </th>
  );
}

const isAmount = (kind: DetailColumn["kind"]): boolean => ["count", "seconds", "stars", "ratio"].includes(kind);

type RowProps = { row: DetailPage["rows"][number]; columns: DetailColumn[]; table: DetailState["table"] };

/** The row's link stands in its first column that says something to be entered by. */
const Row = memo(function Row({ row, columns, table }: RowProps) {
  const { language } = useFormat();
  const linked = Math.max(
    0,
    columns.findIndex(({ key }) => key === (table === "conversations" ? "customer" : "agent")),
  );
  return (
    <tr>
      {columns.map((column, i) => {
        const value = <DetailCell cell={row.cells[i]!} column={column} />;
        return (
          <td
            key={column.key}
            className={`${isAmount(column.kind) ? "details-number" : ""} ${row.cells[i] === null ? "details-blank" : ""}`}
            data-label={column.name[language]}
          >
            {i === linked ? (
              <RowLink id={row.id} table={table}>
                {value}
              </RowLink>
            ) : (
              value
            )}
          </td>
        );
      })}
    </tr>
  );
});

/** Up and down go from row to row, Enter opens. */
function walk(event: KeyboardEvent<HTMLTableSectionElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = (event.target as HTMLElement).closest("tr");
  const other = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  const link = other?.querySelector<HTMLElement>(".details-link");
  if (!link) return;
  event.preventDefault();
  link.focus();
}
