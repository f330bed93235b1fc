import { Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { SearchIcon } from "../../transcript/icons.tsx";
import { type DetailState, useSetLook } from "./use-details.ts";

const pauseMs = 300;

export function SearchField({ state: { look, table } }: { state: DetailState }) {
  const { t } = useTranslation("details");
  const setLook = useSetLook();
  const [typed, setTyped] = useState(look.search);
  useEffect(() => setTyped(look.search), [look.search]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing sets the address
  useEffect(() => {
    if (typed.trim() === look.search) return;
    const timer = setTimeout(() => setLook({ search: typed }, { replace: true }), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  const label = t(table === "conversations" ? "search.customer" : "search.agent");
  return (
    <Input
      allowClear
      className="details-search"
      prefix={<SearchIcon />}
      value={typed}
      maxLength={100}
      placeholder={label}
      aria-label={label}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
