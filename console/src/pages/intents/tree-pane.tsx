import { Link } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { IntentTreeReply } from "@yingda/contract/routes/intents";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { MoreIcon } from "../../ui/icons.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { inUseFirst, movedBy } from "./arranging.ts";
import { type IntentGroup, type IntentLeaf, useTreeChange } from "./intents-data.ts";
import type { Naming } from "./name-dialog.tsx";

type Props = { tree: IntentTreeReply; chosen: string | undefined; setNaming: (naming: Naming) => void };

export function TreePane({ tree, chosen, setNaming }: Props) {
  const { t } = useTranslation("intents");
  const format = useFormat();
  const most = Math.max(1, ...tree.groups.flatMap((group) => group.intents.map((intent) => intent.conversations ?? 0)));
  const groups = inUseFirst(tree.groups);
  return (
    <nav className="panel intent-tree" aria-label={t("treeLabel")}>
      <p className="intent-tree-head">
        <span>{t("column.name")}</span>
        <span>{t("column.examples")}</span>
        <span>{t("column.conversations")}</span>
      </p>
      {groups.map((group) => (
        <section key={group.key} className={group.isRetired ? "intent-group intent-retired" : "intent-group"}>
          <GroupHead group={group} groups={groups} setNaming={setNaming} />
          <ul>
            {inUseFirst(group.intents).map((intent) => (
              <li key={intent.key}>
                <IntentRow intent={intent} isChosen={intent.key === chosen} most={most} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="intent-tree-foot">
        {t("unclassified", { number: format.number(tree.unclassified) })}
        {tree.outsideTree ? ` · ${t("outsideTree", { number: format.number(tree.outsideTree) })}` : null}
      </p>
    </nav>
  );
}

function IntentRow({ intent, isChosen, most }: { intent: IntentLeaf; isChosen: boolean; most: number }) {
  const { t } = useTranslation("intents");
  const format = useFormat();
  const examples = (intent.usesBuiltIn ? intent.builtInExamples : 0) + intent.examples + intent.corrections;
  const count = intent.conversations ?? 0;
  return (
    <Link
      to="/intents"
      search={{ intent: intent.key }}
      className={intent.isRetired ? "intent-row intent-retired" : "intent-row"}
      aria-current={isChosen ? "true" : undefined}
    >
      <span className="intent-name">
        {intent.name[format.language]}
        {intent.isRetired && <small className="intent-tag">{t("retired")}</small>}
        {intent.isOwn && !intent.isRetired && <small className="intent-tag">{t("own")}</small>}
      </span>
      <span className="intent-examples">{format.number(examples)}</span>
      <span className="intent-count">
        <i style={{ inlineSize: `${(100 * count) / most}%` }} />
        <b>{format.number(count)}</b>
      </span>
    </Link>
  );
}

type HeadProps = { group: IntentGroup; groups: IntentGroup[]; setNaming: (naming: Naming) => void };

function GroupHead({ group, groups, setNaming }: HeadProps) {
  const { t } = useTranslation(["intents", "common"]);
  const format = useFormat();
  const order = useTreeChange((keys: string[]) => call(routes.orderIntents, { parent: null, keys }));
  const retire = useTreeChange((isRetired: boolean) => call(routes.updateIntent, { intentKey: group.key, isRetired }));
  const keys = groups.map((one) => one.key);
  const move = (step: -1 | 1) => {
    const moved = movedBy(keys, group.key, step);
    return { disabled: moved === null, onClick: () => moved && order.mutate(moved) };
  };
  const name = group.name[format.language];
  return (
    <header className="intent-group-head">
      <h2>
        {name}
        {group.isRetired && <small className="intent-tag">{t("retired")}</small>}
      </h2>
      <Dropdown
        trigger={["click"]}
        placement="bottomRight"
        menu={{
          items: [
            { key: "add", label: t("addIntent"), onClick: () => setNaming({ kind: "newIntent", group }) },
            { key: "rename", label: t("rename"), onClick: () => setNaming({ kind: "rename", node: group }) },
            { key: "up", label: t("moveUp"), ...move(-1) },
            { key: "down", label: t("moveDown"), ...move(1) },
            { type: "divider" },
            {
              key: "retire",
              label: t(group.isRetired ? "bringBack" : "retireGroup"),
              onClick: () => retire.mutate(!group.isRetired),
            },
          ],
        }}
      >
        <Button type="text" size="small" icon={<MoreIcon />} aria-label={t("groupMenu", { name })} />
      </Dropdown>
    </header>
  );
}
