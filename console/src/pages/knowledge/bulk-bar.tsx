import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useChangeCheck } from "../../entries/change-check.tsx";
import { useErrorWords } from "../../ui/error-words.ts";
import { useDeleteEntries, useSwitchEntries } from "./entries.ts";
import { usePlace } from "./place.ts";

/** What can be done to all chosen entries at once. */
export function BulkBar({ entryIds, done }: { entryIds: string[]; done: () => void }) {
  const { t } = useTranslation(["knowledge", "common"]);
  const { message, modal } = App.useApp();
  const words = useErrorWords();
  const { place, go } = usePlace();
  const { confirmChange, describeChange } = useChangeCheck();
  const switching = useSwitchEntries();
  const deleting = useDeleteEntries();
  const fail = (error: unknown) => message.error(words(error));

  async function turn(isEnabled: boolean) {
    if (!(await confirmChange({ kind: "switch", entryIds, isEnabled }))) return;
    switching.mutate(
      { entryIds, isEnabled },
      {
        onError: fail,
        onSuccess: () => {
          message.success(t(isEnabled ? "bulk.on" : "bulk.off", { count: entryIds.length }));
          done();
        },
      },
    );
  }
  async function remove() {
    const change = await describeChange({ kind: "delete", entryIds });
    const isSure = await modal.confirm({
      title: t("bulk.deleteTitle", { count: entryIds.length }),
      width: change ? 640 : undefined,
      content: (
        <>
          {t("deleteBody")}
          {change}
        </>
      ),
      okText: t("bulk.deleteOk", { count: entryIds.length }),
      okButtonProps: { danger: true },
      cancelText: t("common:action.cancel"),
    });
    if (!isSure) return;
    deleting.mutate(entryIds, {
      onError: fail,
      onSuccess: ({ deleted }) => {
        message.success(t("bulk.deleted", { count: deleted }));
        if (place.entry && entryIds.includes(place.entry)) go({ entry: undefined });
        done();
      },
    });
  }
  return (
    <span className="kn-bulk">
      <Button size="small" loading={switching.isPending} onClick={() => turn(true)}>
        {t("bulk.turnOn")}
      </Button>
      <Button size="small" disabled={switching.isPending} onClick={() => turn(false)}>
        {t("bulk.turnOff")}
      </Button>
      <Button size="small" danger loading={deleting.isPending} onClick={remove}>
        {t("common:action.delete")}
      </Button>
    </span>
  );
}
