import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { handling } from "@yingda/contract/conversation";
import { routes } from "@yingda/contract/routes";
import { Button, Input, Select, Tag } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useCan } from "../../session.ts";
import { knownChannels, useChannelName } from "../../transcript/channel.ts";
import { SearchIcon } from "../../transcript/icons.tsx";
import { DayRange } from "./day-range.tsx";

const pauseMs = 300;

/** Every choice is in the address, so that a link shows what I see and "back" undoes. */
export function Filters() {
  const { t } = useTranslation("conversations");
  const search = useSearch({ from: "/shell/conversations" });
  const set = useSetFilter();
  const clear = useClearFilters();
  const can = useCan();
  const channelName = useChannelName();
  const isAnySet = Object.values(search).some(Boolean);
  return (
    <div className="filters">
      <SearchField />
      <DayRange
        from={search.from}
        to={search.to}
        change={(from, to) => set({ from, to })}
        label={t("filter.range")}
        isClearable
      />
      <Select
        allowClear
        className="filter"
        aria-label={t("list.handling")}
        placeholder={t("filter.handling")}
        value={handling.safeParse(search.handling).data}
        options={handling.options.map((value) => ({ value, label: t(`handling.${value}`) }))}
        onChange={(value) => set({ handling: value })}
      />
      {can("conversations.oversee") && <AgentSelect />}
      <Select
        allowClear
        className="filter"
        aria-label={t("list.channel")}
        placeholder={t("filter.channel")}
        value={search.channel}
        options={[...new Set([...knownChannels, ...(search.channel ? [search.channel] : [])])].map((value) => ({
          value,
          label: channelName(value),
        }))}
        onChange={(value) => set({ channel: value })}
      />
      {search.customerId && (
        <Tag closable className="filter-customer" onClose={() => set({ customerId: undefined })}>
          {t("filter.customer")}
        </Tag>
      )}
      {isAnySet && (
        <Button type="text" onClick={clear}>
          {t("list.clear")}
        </Button>
      )}
    </div>
  );
}

function useSetFilter() {
  const navigate = useNavigate();
  const search = useSearch({ from: "/shell/conversations" });
  return (change: Partial<typeof search>) =>
    void navigate({ to: "/conversations", search: { ...search, ...change }, replace: true });
}

export function useClearFilters() {
  const navigate = useNavigate();
  return () => void navigate({ to: "/conversations", search: {} });
}

function SearchField() {
  const { t } = useTranslation("conversations");
  const { search = "" } = useSearch({ from: "/shell/conversations" });
  const set = useSetFilter();
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing sets the address
  useEffect(() => {
    if (typed.trim() === search) return;
    const timer = setTimeout(() => set({ search: typed.trim() || undefined }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <Input
      allowClear
      className="filter-search"
      prefix={<SearchIcon />}
      value={typed}
      maxLength={100}
      placeholder={t("filter.search")}
      aria-label={t("filter.search")}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

function AgentSelect() {
  const { t } = useTranslation("conversations");
  const search = useSearch({ from: "/shell/conversations" });
  const set = useSetFilter();
  const { data } = useQuery({
    queryKey: ["colleagues"],
    queryFn: ({ signal }) => call(routes.listColleagues, {}, signal),
  });
  const known = data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? [];
  const chosen = search.agentId;
  // Agents of imported logs are no colleagues; a link may still name one.
  const options =
    chosen && !known.some(({ value }) => value === chosen) ? [...known, { value: chosen, label: chosen }] : known;
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      className="filter"
      aria-label={t("list.agent")}
      placeholder={t("filter.agent")}
      value={search.agentId}
      options={options}
      onChange={(value) => set({ agentId: value })}
    />
  );
}
