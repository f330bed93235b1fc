import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { App, Button } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useFormat } from "../../ui/use-format.ts";
import { BeforeAfter } from "./before-after.tsx";
import { useLearningChange } from "./learning-data.ts";

export type Learning = ReplyOf<typeof routes.getLearning>;

/** What the bot answers with now, how much better it is for what was learned, and when it learns next. */
export function InUsePanel({ learning }: { learning: Learning }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const { message } = App.useApp();
  const learn = useLearningChange(
    () => call(routes.learnNow, {}),
    () => {
      message.info(t("use.started"));
    },
  );
  const inUse = learning.runs.find((run) => run.isInUse);
  // Without a version in use the last try still says how things stand.
  const shown = inUse ?? learning.runs.find((run) => run.report !== null);
  return (
    <section className="panel learning-use">
      <div className="learning-use-what">
        <h2 className="panel-title">{t("use.title")}</h2>
        <p className="learning-use-name">{inUse ? t("use.version", { version: inUse.version }) : t("use.none")}</p>
        <p className="learning-quiet">
          {inUse
            ? t("use.learnedFrom", {
                time: format.time(inUse.finishedAt),
                number: format.number(inUse.report?.learnedFrom ?? inUse.asked),
              })
            : t("use.noneWhy")}
        </p>
        {learning.chosenAt && (
          <p className="learning-quiet">
            {learning.chosenBy
              ? t("use.chosen", { name: learning.chosenBy, time: format.time(learning.chosenAt) })
              : t("use.chosenBySomebody", { time: format.time(learning.chosenAt) })}
          </p>
        )}
        <div className="learning-use-act">
          <Button
            type="primary"
            loading={learn.isPending || learning.isRunning}
            disabled={learning.hints === 0}
            onClick={() => learn.mutate(undefined)}
          >
            {t(learning.isRunning ? "use.running" : "use.learnNow")}
          </Button>
          {!learning.chosenAt && <NextTime learning={learning} />}
        </div>
        <p className="learning-quiet">{t("use.rule")}</p>
      </div>
      {shown?.report && <BeforeAfter report={shown.report} refusal={shown.isInUse ? null : shown.refusal} />}
    </section>
  );
}

function NextTime({ learning }: { learning: Learning }) {
  const { t } = useTranslation("learning");
  const missing = learning.neededHints - learning.newHints;
  return <span className="learning-quiet">{missing > 0 ? t("use.next", { count: missing }) : t("use.soon")}</span>;
}
