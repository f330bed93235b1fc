import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { QuickPhrase } from "@yingda/contract/routes/shop";
import { Button, Popconfirm, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";
import { PlusIcon } from "../../ui/icons.tsx";
import { AfterAWhile, EmptyState, ErrorState } from "../../ui/states.tsx";
import { PhraseDialog } from "./phrase-dialog.tsx";

export const phrasesKey = ["quick-phrases"];

export function PhrasesSection() {
  const { t } = useTranslation("settings");
  const [edited, setEdited] = useState<QuickPhrase | "new" | null>(null);
  const phrases = useQuery({
    queryKey: phrasesKey,
    queryFn: ({ signal }) => call(routes.listQuickPhrases, {}, signal),
  });
  const groups = groupPhrases(phrases.data?.items ?? []);
  const add = (
    <Button type="primary" icon={<PlusIcon />} onClick={() => setEdited("new")}>
      {t("phrases.add")}
    </Button>
  );

  return (
    <section className="panel">
      <header className="phrases-head">
        <div>
          <h2 className="panel-title">{t("phrases.title")}</h2>
          <p className="panel-lead">{t("phrases.lead")}</p>
        </div>
        {groups.length > 0 && add}
      </header>
      {phrases.isPending && (
        <AfterAWhile>
          <Skeleton active />
        </AfterAWhile>
      )}
      {phrases.isError && !phrases.data && <ErrorState error={phrases.error} retry={phrases.refetch} />}
      {phrases.data && groups.length === 0 && (
        <EmptyState title={t("phrases.none")} why={t("phrases.noneWhy")} action={add} />
      )}
      {groups.map(([group, items]) => (
        <div key={group} className="phrases">
          <h3>{group || t("phrases.noGroup")}</h3>
          <ul>
            {items.map((phrase) => (
              <PhraseRow key={phrase.id} phrase={phrase} edit={() => setEdited(phrase)} />
            ))}
          </ul>
        </div>
      ))}
      {edited && (
        <PhraseDialog
          phrase={edited === "new" ? null : edited}
          groups={groups.map(([group]) => group).filter(Boolean)}
          close={() => setEdited(null)}
        />
      )}
    </section>
  );
}

function PhraseRow({ phrase, edit }: { phrase: QuickPhrase; edit: () => void }) {
  const { t } = useTranslation(["settings", "common"]);
  const client = useQueryClient();
  const showError = useShowError();
  const remove = useMutation({
    mutationFn: () => call(routes.deleteQuickPhrase, { phraseId: phrase.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: phrasesKey }),
    onError: (error) => showError(error),
  });
  return (
    <li className="phrase">
      <code className="phrase-shortcut">{phrase.shortcut && `/${phrase.shortcut}`}</code>
      <span className="phrase-text">{phrase.text}</span>
      <Button type="text" size="small" onClick={edit}>
        {t("common:action.edit")}
      </Button>
      <Popconfirm
        title={t("phrases.deleteTitle")}
        okText={t("common:action.delete")}
        okButtonProps={{ danger: true }}
        onConfirm={() => remove.mutateAsync().catch(() => {})}
      >
        <Button type="text" size="small" danger>
          {t("common:action.delete")}
        </Button>
      </Popconfirm>
    </li>
  );
}

/** By group in the order in which the server gives them; those without a group last. */
function groupPhrases(phrases: QuickPhrase[]): [string, QuickPhrase[]][] {
  const groups = Map.groupBy(phrases, (phrase) => phrase.group);
  return [...groups].sort(([a], [b]) => Number(a === "") - Number(b === ""));
}
