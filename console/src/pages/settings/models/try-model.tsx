import { useMutation, useQueryClient } from "@tanstack/react-query";
import { routes } from "@yingda/contract/routes";
import type { ModelKind } from "@yingda/contract/routes/models";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../api.ts";
import { useErrorWords } from "../../../ui/error-words.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { modelsQuery } from "./models-query.ts";

/** Asks it something small now, and says what came of it in words and in the endpoint's own. */
export function TryModel({ kind }: { kind: ModelKind }) {
  const { t } = useTranslation("models");
  const format = useFormat();
  const words = useErrorWords();
  const client = useQueryClient();
  const ask = useMutation({
    mutationFn: () => call(routes.testModel, { kind }),
    onSettled: () => client.invalidateQueries({ queryKey: modelsQuery.queryKey }),
  });
  const { data } = ask;
  const seconds = data ? format.duration(data.tookMs / 1000) : "";
  return (
    <div className="models-try">
      <Button loading={ask.isPending} onClick={() => ask.mutate()}>
        {t("test.button")}
      </Button>
      <span className="models-try-hint">{t("test.hint")}</span>
      {ask.isError && <Alert type="error" showIcon title={words(ask.error)} />}
      {data?.isOk && (
        <Alert type="success" showIcon title={t(`test.${kind}`, { seconds, sample: data.sample ?? "" })} />
      )}
      {data?.problem && (
        <Alert
          type="error"
          showIcon
          title={t(`problem.${data.problem}`)}
          description={data.detail && t("said", { detail: data.detail })}
        />
      )}
    </div>
  );
}
