import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { App, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { EntryPicker, type Named } from "../../entries/entry-picker.tsx";
import { useLearningChange } from "./learning-data.ts";

/** A question as customers ask it, and the entry that should answer. */
export function AddTestDialog({ close }: { close: () => void }) {
  const { t } = useTranslation(["learning", "common"]);
  const { message } = App.useApp();
  const [question, setQuestion] = useState("");
  const [expected, setExpected] = useState<Named | null | undefined>(undefined);
  const save = useLearningChange(
    (entryId: string | null) => call(routes.saveTest, { question: question.trim(), entryId, origin: "hand" }),
    () => {
      message.success(t("test.saved"));
      close();
    },
  );
  const isComplete = question.trim() !== "" && expected !== undefined;
  return (
    <Modal
      open
      title={t("test.addTitle")}
      okText={t("common:action.save")}
      cancelText={t("common:action.cancel")}
      okButtonProps={{ disabled: !isComplete, loading: save.isPending }}
      onOk={() => expected !== undefined && save.mutate(expected?.entryId ?? null)}
      onCancel={close}
    >
      <Form layout="vertical">
        <Form.Item label={t("test.question")} htmlFor="test-question">
          <Input
            id="test-question"
            autoFocus
            value={question}
            maxLength={limits.questionCharacters}
            onChange={(event) => setQuestion(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={t("test.expected")} htmlFor="test-expected">
          <EntryPicker id="test-expected" value={expected} change={setExpected} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
