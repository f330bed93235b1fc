import { routes } from "@yingda/contract/routes";
import type { Comparison, KnowledgeChange } from "@yingda/contract/routes/knowledge-tests";
import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../api.ts";
import { ChangeList } from "./change-list.tsx";

/** Below this a comparison is not worth a word; with many entries it takes some seconds. */
const silentMs = 600;

/**
 * Asks the shop's tests what a change would do, before it is made. Nobody is held up: who does not want to wait saves, and
 * a comparison that fails is no refusal.
 */
export function useChangeCheck() {
  const { t } = useTranslation(["learning", "common"]);
  const { message, modal } = App.useApp();
  const [isComparing, setIsComparing] = useState(false);

  /** null: somebody would not wait. */
  async function compare(change: KnowledgeChange): Promise<Comparison | null> {
    const key = "change-check";
    setIsComparing(true);
    const stop = new AbortController();
    const skipped = new Promise<null>((done) => stop.signal.addEventListener("abort", () => done(null)));
    const timer = setTimeout(() => {
      message.open({
        key,
        type: "loading",
        duration: 0,
        content: (
          <>
            {t("check.waiting")}
            <Button type="link" size="small" onClick={() => stop.abort()}>
              {t("check.skip")}
            </Button>
          </>
        ),
      });
    }, silentMs);
    try {
      const compared = call(routes.compareTests, { change }, stop.signal);
      compared.catch(() => {});
      return await Promise.race([compared, skipped]);
    } finally {
      clearTimeout(timer);
      message.destroy(key);
      setIsComparing(false);
    }
  }

  /** Whether to go on: at once where no test changes, else as the person decides. */
  async function confirmChange(change: KnowledgeChange): Promise<boolean> {
    const ask = { okText: t("check.save"), cancelText: t("check.back"), width: 640 };
    let compared: Comparison | null;
    try {
      compared = await compare(change);
    } catch {
      return modal.confirm({ ...ask, title: t("check.failed"), content: t("check.failedBody") });
    }
    if (compared === null || compared.changed === 0) return true;
    return modal.confirm({
      ...ask,
      title: t("check.title", { count: compared.changed }),
      content: <ChangeList comparison={compared} />,
      okButtonProps: { danger: compared.broken > 0 },
    });
  }

  /** For a question that is asked anyway: what to put under it; null where no test changes, or none could be asked. */
  async function describeChange(change: KnowledgeChange) {
    const compared = await compare(change).catch(() => null);
    if (compared === null || compared.changed === 0) return null;
    return (
      <>
        <p className="change-list-title">{t("check.title", { count: compared.changed })}</p>
        <ChangeList comparison={compared} />
      </>
    );
  }
  return { confirmChange, describeChange, isComparing };
}
