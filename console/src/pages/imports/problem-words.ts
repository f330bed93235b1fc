import { useTranslation } from "react-i18next";
import { useErrorWords } from "../../ui/error-words.ts";
import { problemOf } from "./imports-data.ts";

/** An error in this page's own words where it has some. */
export function useProblemWords() {
  const { t } = useTranslation("imports");
  const words = useErrorWords();
  return (error: unknown) => {
    const problem = problemOf(error);
    return problem ? t(`problem.${problem}`) : words(error);
  };
}
