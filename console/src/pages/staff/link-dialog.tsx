import { Button, Modal } from "antd";
import { useTranslation } from "react-i18next";
import { CopyButton } from "../../ui/copy-button.tsx";
import { useFormat } from "../../ui/use-format.ts";

export type IssuedLink = { name: string; url: string; expiresAt: string };

/** A one-time link is shown once; nothing can bring it back, only a new one can be made. */
export function LinkDialog({ link, close }: { link: IssuedLink; close: () => void }) {
  const { t } = useTranslation("staff");
  const format = useFormat();
  return (
    <Modal
      open
      width={520}
      title={t("link.title", { name: link.name })}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button key="done" onClick={close}>
          {t("link.done")}
        </Button>,
        <CopyButton key="copy" isPrimary text={link.url} label={t("link.copy")} />,
      ]}
    >
      <p>{t("link.lead", { time: format.time(link.expiresAt) })}</p>
      <code className="code-block">{link.url}</code>
    </Modal>
  );
}
