import { Button, Checkbox, Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../ui/use-format.ts";
import { type DetailState, useSetLook } from "./use-details.ts";

const groups = ["when", "who", "about", "bot", "people", "rating"] as const;

/** Which columns are shown, chosen by what they are about. They stand in the order of the table's own list. */
export function ColumnMenu({ state }: { state: DetailState }) {
  const { t } = useTranslation("details");
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setIsOpen}
      destroyOnHidden
      content={<ColumnForm state={state} />}
    >
      <Button aria-expanded={isOpen}>
        {t("columns.open", { shown: state.shown.length, all: state.columns.length })}
      </Button>
    </Popover>
  );
}

function ColumnForm({ state: { columns, shown } }: { state: DetailState }) {
  const { t } = useTranslation("details");
  const { language } = useFormat();
  const setLook = useSetLook();
  const chosen = new Set(shown.map(({ key }) => key));

  function choose(next: ReadonlySet<string>) {
    const keys = columns.map(({ key }) => key).filter((key) => next.has(key));
    const isUsual = columns.every(({ key, isUsual }) => isUsual === next.has(key));
    if (keys.length > 0) setLook({ columns: isUsual ? [] : keys }, { replace: true });
  }

  return (
    <div className="details-columns">
      {groups.map((group) => {
        const own = columns.filter((column) => column.group === group);
        if (own.length === 0) return null;
        return (
          <fieldset key={group}>
            <legend>{t(`columns.group.${group}`)}</legend>
            {own.map(({ key, name, explanation }) => (
              <Checkbox
                key={key}
                checked={chosen.has(key)}
                disabled={chosen.size === 1 && chosen.has(key)}
                title={explanation?.[language]}
                onChange={({ target }) => {
                  const next = new Set(chosen);
                  if (target.checked) next.add(key);
                  else next.delete(key);
                  choose(next);
                }}
              >
                {name[language]}
              </Checkbox>
            ))}
          </fieldset>
        );
      })}
      <div className="details-columns-foot">
        <Button size="small" onClick={() => choose(new Set(columns.map(({ key }) => key)))}>
          {t("columns.all")}
        </Button>
        <Button size="small" onClick={() => setLook({ columns: [] }, { replace: true })}>
          {t("columns.usual")}
        </Button>
      </div>
    </div>
  );
}
