import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { FormDialog } from "../../ui/form-dialog.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { type IntentGroup, useTreeChange } from "./intents-data.ts";

export type Naming =
  | { kind: "newGroup" }
  | { kind: "newIntent"; group: IntentGroup }
  | { kind: "rename"; node: Pick<IntentGroup, "key" | "name"> };

type Names = { "zh-CN": string; en: string };
type Props = { naming: Naming; close: () => void; open: (intentKey: string) => void };

/** Both names: people see the one in their language, and figures are sent to others. */
export function NameDialog({ naming, close, open }: Props) {
  const { t } = useTranslation(["intents", "common"]);
  const { language } = useFormat();
  const [form] = Form.useForm<Names>();
  const save = useTreeChange(
    (name: Names) => {
      if (naming.kind === "rename") return call(routes.updateIntent, { intentKey: naming.node.key, name });
      return call(routes.createIntent, { name, parent: naming.kind === "newIntent" ? naming.group.key : null });
    },
    ({ key }) => {
      close();
      if (naming.kind === "newIntent") open(key);
    },
  );
  const title =
    naming.kind === "newIntent" ? t("addTo", { group: naming.group.name[language] }) : t(`naming.${naming.kind}`);
  return (
    <FormDialog
      form={form}
      // Beside the editor's form.
      name="naming"
      width={440}
      title={title}
      initialValues={naming.kind === "rename" ? naming.node.name : { "zh-CN": "", en: "" }}
      isSubmitting={save.isPending}
      submit={(name) => save.mutate(name)}
      close={close}
    >
      <NameFields isFirst />
    </FormDialog>
  );
}

export function NameFields({ isFirst = false }: { isFirst?: boolean }) {
  const { t } = useTranslation("intents");
  const rules = [{ required: true, whitespace: true, message: t("nameMissing") }];
  return (
    <div className="intent-names">
      <Form.Item name="zh-CN" label={t("nameZh")} rules={rules}>
        <Input autoFocus={isFirst} maxLength={limits.nameCharacters} />
      </Form.Item>
      <Form.Item name="en" label={t("nameEn")} rules={rules}>
        <Input maxLength={limits.nameCharacters} />
      </Form.Item>
    </div>
  );
}
