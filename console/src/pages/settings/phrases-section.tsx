import { useQuery } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { QuickPhrase } from "@yingda/contract/routes/shop";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { EditAndDelete } from "./edit-and-delete.tsx";
import { ListPanel } from "./list-panel.tsx";
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
  const words = {
    title: t("phrases.title"),
    lead: t("phrases.lead"),
    add: t("phrases.add"),
    none: t("phrases.none"),
    noneWhy: t("phrases.noneWhy"),
  };
  return (
    <ListPanel words={words} query={phrases} isEmpty={groups.length === 0} add={() => setEdited("new")}>
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
    </ListPanel>
  );
}

function PhraseRow({ phrase, edit }: { phrase: QuickPhrase; edit: () => void }) {
  const { t } = useTranslation("settings");
  return (
    <li className="phrase">
      <code className="phrase-shortcut">{phrase.shortcut && `/${phrase.shortcut}`}</code>
      <span className="phrase-text">{phrase.text}</span>
      <EditAndDelete
        edit={edit}
        remove={() => call(routes.deleteQuickPhrase, { phraseId: phrase.id })}
        question={{ title: t("phrases.deleteTitle") }}
        changes={phrasesKey}
      />
    </li>
  );
}

/** By group in the order in which the server gives them; those without a group last. */
function groupPhrases(phrases: QuickPhrase[]): [string, QuickPhrase[]][] {
  const groups = Map.groupBy(phrases, (phrase) => phrase.group);
  return [...groups].sort(([a], [b]) => Number(a === "") - Number(b === ""));
}
