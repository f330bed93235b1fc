import { useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import { Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";

const typingPauseMs = 200;
const noneOption = "";
const shown = 30;

/** A product of the shop's, found by what one types. */
export function ProductSelect({
  value,
  mayChange,
  change,
}: {
  value: string | null;
  mayChange: boolean;
  change: (productId: string | null) => void;
}) {
  const { t } = useTranslation("about");
  const [typed, setTyped] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const search = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ["products", "search", search],
    queryFn: ({ signal }) => call(routes.listProducts, { search: search || undefined, pageSize: shown }, signal),
    enabled: isOpen,
    placeholderData: (before) => before,
  });
  const current = useQuery({
    queryKey: ["products", "one", value],
    queryFn: ({ signal }) => call(routes.listProducts, { productId: value!, pageSize: 1 }, signal),
    enabled: value !== null,
    staleTime: 5 * 60_000,
  });
  const product = value === null ? null : (current.data?.items[0] ?? null);
  const name = value === null ? t("noProduct") : (product?.name ?? value);
  if (!mayChange) {
    return (
      <span className="about-plain" title={product?.category ?? undefined}>
        {name}
      </span>
    );
  }
  const none = { value: noneOption, label: t("noProduct") };
  const items = (found.data?.items ?? []).map((one) => ({ value: one.productId, label: one.name, title: one.name }));
  return (
    <Select
      className="about-select"
      variant="borderless"
      size="small"
      popupMatchSelectWidth={260}
      aria-label={t("correctProduct")}
      title={product?.category ?? undefined}
      value={value ?? noneOption}
      labelRender={() => name}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      options={search ? items : [none, ...items]}
      loading={found.isFetching}
      notFoundContent={found.data ? t("noProductFound") : null}
      onOpenChange={(open) => {
        setIsOpen(open);
        if (!open) setTyped("");
      }}
      onChange={(productId) => change(productId === noneOption ? null : productId)}
    />
  );
}

function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), words === "" ? 0 : typingPauseMs);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
