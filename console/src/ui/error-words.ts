import { App } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api.ts";

/** The sentence for an error: what happened and what to do next. */
export function useErrorWords() {
  const { t } = useTranslation("errors");
  return (error: unknown) => t(error instanceof ApiError ? error.code : "internal");
}

/**
 * Says an error in passing. For `onError`: it returns nothing, because a mutation waits for what its handler returns,
 * and antd's message is a promise that lasts as long as the message is shown.
 */
export function useShowError() {
  const { message } = App.useApp();
  const words = useErrorWords();
  return (error: unknown, sentence = words(error)) => {
    message.error(sentence);
  };
}
