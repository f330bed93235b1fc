import { Link } from "@tanstack/react-router";
import { routes } from "@yingda/contract/routes";
import type { KnowledgeTest } from "@yingda/contract/routes/knowledge-tests";
import { App, Button, Table } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { AnswerMark } from "../../entries/verdict-mark.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useLearningChange } from "./learning-data.ts";
import { testsPageSize } from "./tests-data.ts";

type Props = {
  items: KnowledgeTest[];
  total: number;
  page: number;
  isStale: boolean;
  turn: (page: number) => void;
};

export function TestTable({ items, total, page, isStale, turn }: Props) {
  const { t } = useTranslation("learning");
  const format = useFormat();
  const [chosen, setChosen] = useState<string[]>([]);
  return (
    <>
      {chosen.length > 0 && <Chosen testIds={chosen} done={() => setChosen([])} />}
      <Table
        className={isStale ? "kn-stale" : undefined}
        size="small"
        rowKey="testId"
        scroll={{ x: 900 }}
        locale={{ emptyText: t("test.notFound") }}
        dataSource={items}
        rowSelection={{ selectedRowKeys: chosen, onChange: (keys) => setChosen(keys.map(String)) }}
        pagination={{
          ...{ current: page, pageSize: testsPageSize, total, onChange: turn },
          ...{ hideOnSinglePage: true, showSizeChanger: false },
        }}
        columns={[
          {
            title: t("test.question"),
            width: 260,
            render: (_, test) => (
              <Link to="/knowledge" search={{ ask: test.question }} className="test-question" title={test.question}>
                {test.question}
              </Link>
            ),
          },
          { title: t("test.expected"), width: 220, render: (_, test) => <Expected test={test} /> },
          { title: t("test.now"), render: (_, test) => <Now test={test} /> },
          {
            title: t("test.from"),
            width: 150,
            render: (_, { origin, changedAt, changedBy }) => (
              <span className="test-from">
                {t(`test.origin.${origin}`)}
                <small>
                  {changedBy} {format.time(changedAt)}
                </small>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

function Expected({ test: { expected } }: { test: KnowledgeTest }) {
  const { t } = useTranslation("learning");
  if (!expected) return <em className="learning-quiet">{t("nothingAnswers")}</em>;
  return (
    <Link to="/knowledge" search={{ entry: expected.entryId }}>
      {expected.question}
    </Link>
  );
}

/** What it answers, and, where that is another than the time before, what it was. */
function Now({ test: { now, before } }: { test: KnowledgeTest }) {
  const { t } = useTranslation("learning");
  if (!now) return <span className="learning-quiet">{t("test.notRun")}</span>;
  const isOther = before && (before.verdict !== now.verdict || before.entry?.entryId !== now.entry?.entryId);
  return (
    <span className="test-now">
      <AnswerMark answer={now} isShort />
      {isOther && (
        <small>
          {t("test.before")} <AnswerMark answer={before} isShort />
        </small>
      )}
    </span>
  );
}

function Chosen({ testIds, done }: { testIds: string[]; done: () => void }) {
  const { t } = useTranslation(["learning", "common"]);
  const { modal, message } = App.useApp();
  const remove = useLearningChange(
    () => call(routes.deleteTests, { testIds }),
    ({ deleted }) => {
      message.success(t("test.deleted", { count: deleted }));
      done();
    },
  );
  async function ask() {
    const isSure = await modal.confirm({
      title: t("test.deleteTitle", { count: testIds.length }),
      okText: t("test.delete"),
      okButtonProps: { danger: true },
      cancelText: t("common:action.cancel"),
    });
    if (isSure) remove.mutate(undefined);
  }
  return (
    <div className="tests-chosen">
      {t("test.chosen", { count: testIds.length })}
      <Button size="small" danger loading={remove.isPending} onClick={ask}>
        {t("test.delete")}
      </Button>
    </div>
  );
}
