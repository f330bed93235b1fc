import { routes } from "@yingda/contract/routes";
import type { HeldOutReply, LearningRun } from "@yingda/contract/routes/learning";
import { App, Button, Table, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { EmptyState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import type { Learning } from "./in-use-panel.tsx";
import { useLearningChange } from "./learning-data.ts";

const leastHints = 50;

/** Every time something was learned, what came of it and why; a version that was good enough can be used again. */
export function RunTable({ learning }: { learning: Learning }) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const choose = useChoosing();
  const hasChoice = learning.runs.some((run) => run.isInUse);
  const change = (run: LearningRun, share: (figures: HeldOutReply) => HeldOutReply["rightFirst"]) => {
    if (!run.report) return "—";
    const [before, after] = [share(run.report.before), share(run.report.after)];
    return t("runs.change", { before: format.ratio(before?.share ?? null), after: format.ratio(after?.share ?? null) });
  };
  return (
    <section className="panel">
      <h2 className="panel-title learning-runs-title">
        {t("runs.title")}
        {hasChoice && (
          <Button size="small" onClick={() => choose(null)}>
            {t("runs.useNone")}
          </Button>
        )}
      </h2>
      {learning.runs.length === 0 ? (
        <EmptyState isSmall title={t("runs.none")} why={t("runs.noneWhy", { least: leastHints })} />
      ) : (
        <Table
          size="small"
          rowKey="runId"
          pagination={{ pageSize: 8, hideOnSinglePage: true, showSizeChanger: false }}
          scroll={{ x: 860 }}
          dataSource={learning.runs}
          columns={[
            { title: t("runs.when"), width: 130, render: (_, run) => format.time(run.startedAt) },
            { title: t("runs.result"), width: 190, render: (_, run) => <Result run={run} /> },
            { title: t("runs.from"), width: 80, align: "right", render: (_, run) => format.number(run.asked) },
            { title: t("runs.rightFirst"), width: 150, render: (_, run) => change(run, (one) => one.rightFirst) },
            { title: t("runs.rightAnswered"), width: 150, render: (_, run) => change(run, (one) => one.rightAnswered) },
            { title: t("runs.tests"), width: 100, render: (_, run) => testsOf(run) },
            { title: t("runs.by"), width: 90, render: (_, run) => run.startedBy ?? t("runs.itself") },
            {
              width: 110,
              align: "right",
              render: (_, run) =>
                run.state === "published" && !run.isInUse ? (
                  <Button size="small" onClick={() => choose(run)}>
                    {t("runs.use")}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
    </section>
  );

  function testsOf({ report }: LearningRun) {
    if (!report?.tests) return "—";
    const { before, after } = report.tests;
    return t("runs.change", { before: format.number(before), after: format.number(after) });
  }
}

function Result({ run }: { run: LearningRun }) {
  const { t } = useTranslation("learning");
  return (
    <span className={`learning-state learning-state-${run.state}`}>
      {run.version !== null && <b>{t("use.version", { version: run.version })}</b>}
      {run.isInUse ? t("runs.inUse") : t(`runs.state.${run.state}`)}
      {run.refusal && (
        <Tooltip title={t(`runs.refusalWhy.${run.refusal}`)}>
          <small className="learning-why">{t(`runs.refusal.${run.refusal}`)}</small>
        </Tooltip>
      )}
    </span>
  );
}

function useChoosing() {
  const { t } = useTranslation(["learning", "common"]);
  const { modal, message } = App.useApp();
  const choose = useLearningChange(
    (runId: string | null) => call(routes.chooseLearned, { runId }),
    () => {
      message.success(t("runs.used"));
    },
  );
  return async (run: LearningRun | null) => {
    const isSure = await modal.confirm({
      title: run ? t("runs.useTitle", { version: run.version }) : t("runs.useNoneTitle"),
      content: t("runs.useBody"),
      okText: t(run ? "runs.use" : "runs.useNone"),
      cancelText: t("common:action.cancel"),
    });
    if (isSure) choose.mutate(run?.runId ?? null);
  };
}
