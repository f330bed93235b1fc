import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { Button, Input, Modal } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useLearningChange } from "./learning-data.ts";

type Imported = ReplyOf<typeof routes.importTests>;

/** Two columns pasted from a sheet, or the sheet itself. */
export function SheetDialog({ close }: { close: () => void }) {
  const { t } = useTranslation(["learning", "common"]);
  const [text, setText] = useState("");
  const [imported, setImported] = useState<Imported | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const bring = useLearningChange((bytes: Blob) => call(routes.importTests, { bytes }), setImported);
  return (
    <Modal
      open
      width={640}
      title={t("test.sheet.title")}
      okText={t(imported && imported.badRows === 0 ? "common:action.close" : "test.sheet.go")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ disabled: !imported && text.trim() === "", loading: bring.isPending }}
      onOk={() =>
        imported && imported.badRows === 0 ? close() : bring.mutate(new Blob([text], { type: "text/plain" }))
      }
      onCancel={close}
    >
      <p className="learning-quiet">{t("test.sheet.lead")}</p>
      <Input.TextArea
        className="sheet-paste"
        rows={8}
        value={text}
        placeholder={t("test.sheet.example")}
        aria-label={t("test.sheet.paste")}
        onChange={(event) => {
          setText(event.target.value);
          setImported(null);
        }}
      />
      <Button size="small" onClick={() => input.current?.click()}>
        {t("test.sheet.file")}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".csv,.tsv,.txt,.xlsx"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) bring.mutate(file);
        }}
      />
      {imported && <Result imported={imported} />}
    </Modal>
  );
}

function Result({ imported }: { imported: Imported }) {
  const { t } = useTranslation("learning");
  const { added, changed, same, bad, badRows } = imported;
  return (
    <div className="sheet-result" aria-live="polite">
      <p>{t("test.sheet.done", { added, changed, same })}</p>
      {badRows > 0 && (
        <>
          <p className="sheet-bad">{t("test.sheet.bad", { count: badRows })}</p>
          <ul>
            {bad.map((row) => (
              <li key={row.row}>
                <small>{t("test.sheet.row", { row: row.row })}</small> {row.question}{" "}
                <span className="sheet-bad">{t(`test.sheet.reason.${row.reason}`, { expected: row.expected })}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
