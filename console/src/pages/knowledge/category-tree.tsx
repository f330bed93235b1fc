import type { ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import { Select } from "antd";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { ChevronIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type CategoryNode, growTree } from "./categories.ts";
import { usePlace } from "./place.ts";

type Overview = ReplyOf<typeof routes.listEntries>;

/** Categories with their counts, as a column beside the list. */
export function CategoryTree({ overview }: { overview: Overview | undefined }) {
  const { t } = useTranslation("knowledge");
  const { place } = usePlace();
  const format = useFormat();
  const tree = useMemo(() => growTree(overview?.categories ?? [], format.language), [overview, format.language]);
  return (
    <nav className="kn-tree" aria-label={t("category.label")}>
      <h2>{t("category.label")}</h2>
      <ul>
        <Branch
          node={{ name: t("category.all"), path: "", entries: overview?.total ?? 0, children: [] }}
          chosen={place.category ?? ""}
        />
        {tree.map((node) => (
          <Branch key={node.path} node={node} chosen={place.category ?? ""} />
        ))}
      </ul>
    </nav>
  );
}

function Branch({ node, chosen }: { node: CategoryNode; chosen: string }) {
  const { t } = useTranslation("knowledge");
  const { go } = usePlace();
  const format = useFormat();
  const isInside = chosen === node.path || chosen.startsWith(`${node.path}/`);
  const [isOpen, setIsOpen] = useState(isInside && node.path !== "");
  const hasChildren = node.children.length > 0;
  return (
    <li>
      <div className={chosen === node.path ? "kn-branch kn-branch-chosen" : "kn-branch"}>
        {hasChildren ? (
          <button
            type="button"
            className={isOpen ? "plain-button kn-branch-fold kn-branch-open" : "plain-button kn-branch-fold"}
            aria-label={t(isOpen ? "category.fold" : "category.unfold", { name: node.name })}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            <ChevronIcon size={14} />
          </button>
        ) : (
          <span className="kn-branch-fold" />
        )}
        <button
          type="button"
          className="plain-button kn-branch-name"
          aria-current={chosen === node.path ? "true" : undefined}
          title={node.name}
          onClick={() => {
            go({ category: node.path || undefined, page: undefined });
            if (hasChildren) setIsOpen(true);
          }}
        >
          <span>{node.name}</span>
          <small>{format.number(node.entries)}</small>
        </button>
      </div>
      {isOpen && hasChildren && (
        <ul>
          {node.children.map((child) => (
            <Branch key={child.path} node={child} chosen={chosen} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** The same choice where there is no room for a column. */
export function CategorySelect({ overview }: { overview: Overview | undefined }) {
  const { t } = useTranslation("knowledge");
  const { place, go } = usePlace();
  const format = useFormat();
  const options = useMemo(
    () =>
      growTree(overview?.categories ?? [], format.language).flatMap((root) => [
        { value: root.path, label: `${root.name} ${root.entries}` },
        ...root.children.map((child) => ({
          value: child.path,
          label: `${root.name} / ${child.name} ${child.entries}`,
        })),
      ]),
    [overview, format.language],
  );
  return (
    <Select
      className="kn-category-select"
      aria-label={t("category.label")}
      allowClear
      showSearch
      placeholder={t("category.any")}
      value={place.category}
      options={options}
      onChange={(category?: string) => go({ category, page: undefined })}
    />
  );
}
