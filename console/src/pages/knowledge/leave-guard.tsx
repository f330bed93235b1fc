import { useBlocker } from "@tanstack/react-router";
import { Button, Modal } from "antd";
import { type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";

type Props = { isDirty: boolean; isSaved: RefObject<boolean>; save: () => Promise<boolean> };

/** Asks before what was written is left: for another entry, another page, or for good. Filters and questions to the
 * test bench leave nothing. */
export function LeaveGuard({ isDirty, isSaved, save }: Props) {
  const { t } = useTranslation(["knowledge", "common"]);
  const [isSaving, setIsSaving] = useState(false);
  const blocker = useBlocker({
    withResolver: true,
    enableBeforeUnload: () => isDirty,
    shouldBlockFn: ({ current, next }) => {
      if (!isDirty || isSaved.current) return false;
      return current.pathname !== next.pathname || chosenIn(current.search) !== chosenIn(next.search);
    },
  });
  if (blocker.status !== "blocked") return null;

  async function saveAndLeave() {
    setIsSaving(true);
    const isDone = await save();
    setIsSaving(false);
    if (isDone) blocker.proceed?.();
    else blocker.reset?.();
  }
  return (
    <Modal
      open
      width={420}
      title={t("leave.title")}
      onCancel={blocker.reset}
      footer={[
        <Button key="stay" onClick={blocker.reset}>
          {t("leave.stay")}
        </Button>,
        <Button key="drop" danger onClick={blocker.proceed}>
          {t("leave.drop")}
        </Button>,
        <Button key="save" type="primary" loading={isSaving} onClick={saveAndLeave}>
          {t("leave.save")}
        </Button>,
      ]}
    >
      {t("leave.body")}
    </Modal>
  );
}

const chosenIn = (search: object) => {
  const { entry, draft } = search as { entry?: string; draft?: string };
  return `${entry ?? ""}\n${draft ?? ""}`;
};
