import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { Product } from "@yingda/contract/routes/intents";
import { Button, Input, Pagination } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { PlusIcon } from "../../ui/icons.tsx";
import { EmptyState, ErrorState, PanelSkeleton } from "../../ui/states.tsx";
import { ProductDialog } from "./product-dialog.tsx";

export const productsKey = ["products"];
const pageSize = 50;

/** Products that conversations can be about, with the names customers use for them. */
export function ProductsPane() {
  const { t } = useTranslation(["intents", "common"]);
  const { search, page = "1" } = useSearch({ from: "/shell/intents" });
  const navigate = useNavigate({ from: "/intents" });
  const [edited, setEdited] = useState<Product | "new" | null>(null);
  const products = useQuery({
    queryKey: [...productsKey, "list", search, page],
    queryFn: ({ signal }) => call(routes.listProducts, { search, page: Number(page) || 1, pageSize }, signal),
    placeholderData: (before) => before,
  });
  const go = (to: { search?: string; page?: string }) =>
    navigate({ search: { tab: "products", search, ...to }, replace: true });
  const add = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setEdited("new")}>
      {t("products.add")}
    </Button>
  );
  if (products.isError && !products.data) return <ErrorState error={products.error} retry={products.refetch} />;
  if (!products.data) {
    return <PanelSkeleton rows={8} />;
  }
  const { items, total, categories } = products.data;
  return (
    <section className="panel products">
      <header className="products-head">
        <Input.Search
          allowClear
          defaultValue={search}
          maxLength={100}
          placeholder={t("products.search")}
          aria-label={t("products.search")}
          onSearch={(words) => go({ search: words.trim() || undefined })}
        />
        {add}
      </header>
      {items.length === 0 && (
        <EmptyState
          isSmall
          title={t(search ? "products.noneFound" : "products.none")}
          why={t(search ? "products.noneFoundWhy" : "products.noneWhy")}
        />
      )}
      <ul>
        {items.map((product) => (
          <li key={product.productId} className="product-row">
            <span>
              <strong>{product.name}</strong>
              <small>{product.productId}</small>
            </span>
            <span className="product-aliases">{product.aliases.join("、") || t("products.noAliases")}</span>
            <span>{product.category ?? t("products.noCategory")}</span>
            <Button type="text" size="small" onClick={() => setEdited(product)}>
              {t("common:action.edit")}
            </Button>
          </li>
        ))}
      </ul>
      {total > pageSize && (
        <Pagination
          align="end"
          current={Number(page) || 1}
          total={total}
          pageSize={pageSize}
          showSizeChanger={false}
          onChange={(next) => go({ page: String(next) })}
        />
      )}
      {edited && (
        <ProductDialog
          product={edited === "new" ? null : edited}
          categories={categories}
          close={() => setEdited(null)}
        />
      )}
    </section>
  );
}
