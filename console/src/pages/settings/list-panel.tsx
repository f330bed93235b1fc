import type { UseQueryResult } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { PlusIcon } from "../../ui/icons.tsx";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";

type Props = {
  words: { title: string; lead: string; add: string; none: string; noneWhy: string };
  query: Pick<UseQueryResult, "data" | "isPending" | "isError" | "error" | "refetch">;
  isEmpty: boolean;
  /** Null: may only look. */
  add: (() => void) | null;
  /** Stands above the list, whether or not there is anything in it. */
  notice?: ReactNode;
  children: ReactNode;
};

/** A list that a shop keeps: what it is for, a way to add, and what stands there while it loads, fails or is empty. */
export function ListPanel({ words, query, isEmpty, add, notice, children }: Props) {
  const button = add && (
    <Button type="primary" icon={<PlusIcon />} disabled={!query.data} onClick={add}>
      {words.add}
    </Button>
  );
  return (
    <section className="panel">
      <header className="section-head">
        <div>
          <h2 className="panel-title">{words.title}</h2>
          <p className="panel-lead">{words.lead}</p>
        </div>
        {query.data !== undefined && !isEmpty && button}
      </header>
      {notice}
      {query.isPending && (
        <AfterAWhile>
          <Skeleton active />
        </AfterAWhile>
      )}
      {query.isError && query.data === undefined && <ErrorState error={query.error} retry={query.refetch} />}
      {query.data !== undefined && isEmpty && <EmptyState title={words.none} why={words.noneWhy} action={button} />}
      {children}
    </section>
  );
}
