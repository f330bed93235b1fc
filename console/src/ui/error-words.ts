import { useTranslation } from "react-i18next";
import { ApiError } from "../api.ts";

/** The sentence for an error: what happened and what to do next. */
export function useErrorWords() {
  const { t } = useTranslation("errors");
  return (error: unknown) => t(error instanceof ApiError ? error.code : "internal");
}
