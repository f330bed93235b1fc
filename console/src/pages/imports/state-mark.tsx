import type { LogImport } from "@yingda/contract/routes/imports";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";

const colours = {
  mapping: "default",
  preview: "default",
  running: "processing",
  done: "success",
  failed: "error",
} as const;

export function StateMark({ state }: { state: LogImport["state"] }) {
  const { t } = useTranslation("imports");
  return <Tag color={colours[state]}>{t(`state.${state}`)}</Tag>;
}
