import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PlusIcon } from "../../ui/icons.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { ErrorState, PanelSkeleton } from "../../ui/states.tsx";
import { IntentEditor } from "./intent-editor.tsx";
import { countedTreeQuery } from "./intents-data.ts";
import { NameDialog, type Naming } from "./name-dialog.tsx";
import { ProductsPane } from "./products-pane.tsx";
import { TreePane } from "./tree-pane.tsx";
import { TryBox } from "./try-box.tsx";

/** What conversations can be about: the tree of intents with what it learns from, and the products. */
export default function IntentsPage() {
  const { t } = useTranslation("intents");
  const search = useSearch({ from: "/shell/intents" });
  const navigate = useNavigate({ from: "/intents" });
  const [naming, setNaming] = useState<Naming | null>(null);
  const isProducts = search.tab === "products";
  const tabs = (
    <Segmented
      aria-label={t("tabs")}
      value={isProducts ? "products" : "tree"}
      options={[
        { value: "tree", label: t("tab.tree") },
        { value: "products", label: t("tab.products") },
      ]}
      onChange={(tab) => navigate({ search: { tab: tab === "products" ? tab : undefined } })}
    />
  );
  return (
    <div className="page">
      <PageHeader
        title={t("title")}
        lead={t(isProducts ? "productsLead" : "lead")}
        actions={
          <>
            {tabs}
            {!isProducts && (
              <Button icon={<PlusIcon />} onClick={() => setNaming({ kind: "newGroup" })}>
                {t("addGroup")}
              </Button>
            )}
          </>
        }
      />
      {isProducts ? <ProductsPane /> : <Tree setNaming={setNaming} />}
      {naming && (
        <NameDialog naming={naming} close={() => setNaming(null)} open={(intent) => navigate({ search: { intent } })} />
      )}
    </div>
  );
}

function Tree({ setNaming }: { setNaming: (naming: Naming) => void }) {
  const { t } = useTranslation("intents");
  const { intent: chosen } = useSearch({ from: "/shell/intents" });
  const tree = useQuery(countedTreeQuery);
  if (tree.isError && !tree.data) return <ErrorState error={tree.error} retry={tree.refetch} />;
  if (!tree.data) {
    return <PanelSkeleton rows={12} />;
  }
  const group = tree.data.groups.find((one) => one.intents.some((intent) => intent.key === chosen));
  const intent = group?.intents.find((one) => one.key === chosen);
  return (
    <>
      <TryBox />
      <div className={intent ? "intents intents-at-one" : "intents"}>
        <TreePane tree={tree.data} chosen={chosen} setNaming={setNaming} />
        {group && intent ? (
          <IntentEditor key={intent.key} intent={intent} group={group} groups={tree.data.groups} />
        ) : (
          <p className="intents-none">{t("chooseOne")}</p>
        )}
      </div>
    </>
  );
}
