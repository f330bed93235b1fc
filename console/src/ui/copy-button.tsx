import { App, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CheckIcon, CopyIcon } from "./icons.tsx";

export function CopyButton({ text, label, isPrimary }: { text: string; label?: string; isPrimary?: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [isDone, setIsDone] = useState(false);

  async function copy() {
    await copyText(text);
    setIsDone(true);
    message.success(t("action.copied"));
    setTimeout(() => setIsDone(false), 2000);
  }

  return (
    <Button type={isPrimary ? "primary" : "default"} icon={isDone ? <CheckIcon /> : <CopyIcon />} onClick={copy}>
      {isDone ? t("action.copied") : (label ?? t("action.copy"))}
    </Button>
  );
}

/** The clipboard API exists on https and localhost only; a shop's first try may be on plain http in its own network. */
async function copyText(text: string) {
  if (navigator.clipboard) return navigator.clipboard.writeText(text);
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}
