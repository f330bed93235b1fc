import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useCan, useMe } from "../../session.ts";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { AlertSettings } from "./alert-settings.tsx";
import { useCommand } from "./commands.ts";
import { colleaguesQuery, deskQuery, shopQuery } from "./desk.ts";
import { Row } from "./row.tsx";
import { longestWaiting, neighbour, orderRows, type Scope } from "./rows.ts";
import { StatusPrompt } from "./status-prompt.tsx";

const defaultAlarmSeconds = 60;

export function ListPane({ scope, openId }: { scope: Scope; openId?: string }) {
  const { t } = useTranslation("workspace");
  const can = useCan();
  const navigate = useNavigate();
  const mine = useInfiniteQuery(deskQuery("mine"));
  const queue = useInfiniteQuery(deskQuery("queue"));
  const open = useInfiniteQuery({ ...deskQuery("open"), enabled: scope === "open" });
  const list = { mine, queue, open }[scope];
  const isUrgentFirst = useQuery(shopQuery).data?.settings.urgentFirst ?? false;
  const rows = useMemo(
    () => orderRows(list.data?.pages ?? [], scope, isUrgentFirst),
    [list.data, scope, isUrgentFirst],
  );
  const counts = {
    mine: countOf(mine.data),
    queue: countOf(queue.data),
    open: list.data?.pages.at(-1)?.counts.open ?? mine.data?.pages[0]?.counts.open ?? 0,
  };
  const mineRows = useMemo(() => orderRows(mine.data?.pages ?? [], "mine"), [mine.data]);
  useMoving({ rows, mineRows, scope, openId });

  const scopes: Scope[] = can("conversations.oversee") ? ["mine", "queue", "open"] : ["mine", "queue"];
  return (
    <section className="desk-list" aria-label={t("title")}>
      <header className="desk-list-head">
        <Segmented
          block
          value={scope}
          aria-label={t("scope.label")}
          options={scopes.map((each) => ({
            value: each,
            label: (
              <span className={each === "queue" && counts.queue > 0 ? "scope scope-waiting" : "scope"}>
                {t(`scope.${each}`)}
                {counts[each] > 0 && <small>{counts[each] > 999 ? "999+" : counts[each]}</small>}
              </span>
            ),
          }))}
          onChange={(next) =>
            navigate({ to: "/workspace", search: { scope: next === "mine" ? undefined : next, conversation: openId } })
          }
        />
        <AlertSettings />
      </header>
      <StatusPrompt mine={counts.mine} />
      <div className="desk-rows">
        {list.isError && !list.data && <ErrorState error={list.error} retry={list.refetch} />}
        {list.isPending && <RowsSkeleton />}
        {list.data && rows.length === 0 && <Empty scope={scope} waiting={counts.queue} />}
        <Rows rows={rows} scope={scope} openId={openId} />
        {list.hasNextPage && (
          <div className="desk-more">
            <Button size="small" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
              {t("list.more")}
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

const countOf = (data?: { pages: { items: unknown[]; nextCursor: string | null; counts: { queue: number } }[] }) => {
  if (!data) return 0;
  const fetched = data.pages.reduce((sum, page) => sum + page.items.length, 0);
  return data.pages.at(-1)?.nextCursor ? Math.max(fetched, data.pages.at(-1)!.counts.queue) : fetched;
};

type ListRows = ReturnType<typeof orderRows>;

function Rows({ rows, scope, openId }: { rows: ListRows; scope: Scope; openId?: string }) {
  const { staff } = useMe();
  const shop = useQuery(shopQuery);
  const colleagues = useQuery(colleaguesQuery);
  const names = useMemo(
    () => new Map(colleagues.data?.items.map(({ id, name }) => [id, name]) ?? []),
    [colleagues.data],
  );
  const alarmSeconds = shop.data?.settings.replyAlarmSeconds ?? defaultAlarmSeconds;
  return rows.map((row) => (
    <Row
      key={row.id}
      row={row}
      scope={scope}
      isOpen={row.id === openId}
      isMine={row.agentId === staff.id}
      agentName={row.agentId ? (names.get(row.agentId) ?? null) : null}
      alarmSeconds={alarmSeconds}
    />
  ));
}

/** The keys that go from one conversation to another, and the opened row kept in view. */
function useMoving(place: { rows: ListRows; mineRows: ListRows; scope: Scope; openId?: string }) {
  const { rows, mineRows, scope, openId } = place;
  const navigate = useNavigate();
  const go = (id: string | undefined, target = scope) => {
    if (!id) return;
    void navigate({ to: "/workspace", search: { scope: target === "mine" ? undefined : target, conversation: id } });
  };
  const lastIndex = useRef(0);
  const index = rows.findIndex(({ id }) => id === openId);
  if (index >= 0) lastIndex.current = index;
  useCommand("next", () => go(neighbour(rows, openId, 1, lastIndex.current)?.id));
  useCommand("previous", () => go(neighbour(rows, openId, -1, lastIndex.current)?.id));
  // Mine come first, whatever list is shown.
  useCommand("waiting", () => {
    const mine = longestWaiting(mineRows);
    if (mine) go(mine.id, "mine");
    else go(longestWaiting(rows)?.id);
  });
  useEffect(() => {
    if (openId) document.querySelector(`[data-conversation="${openId}"]`)?.scrollIntoView({ block: "nearest" });
  }, [openId]);
}

function Empty({ scope, waiting }: { scope: Scope; waiting: number }) {
  const { t } = useTranslation("workspace");
  const navigate = useNavigate();
  if (scope === "mine" && waiting > 0) {
    return (
      <EmptyState
        isSmall
        title={t("empty.mine.title")}
        why={t("empty.mineWaiting", { count: waiting, waiting })}
        action={
          <Button onClick={() => navigate({ to: "/workspace", search: { scope: "queue" } })}>
            {t("empty.seeQueue")}
          </Button>
        }
      />
    );
  }
  return <EmptyState isSmall title={t(`empty.${scope}.title`)} why={t(`empty.${scope}.why`)} />;
}

function RowsSkeleton() {
  return (
    <AfterAWhile>
      <div aria-busy="true">
        {["a", "b", "c", "d", "e"].map((key) => (
          <div key={key} className="row row-skeleton">
            <span />
            <span />
          </div>
        ))}
      </div>
    </AfterAWhile>
  );
}
