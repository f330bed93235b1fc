import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { limits } from "@yingda/contract/limits";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { App, Button, Checkbox, Form, Input, Select, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { BackIcon } from "../../transcript/icons.tsx";
import { AfterAWhile, ErrorState } from "../../ui/states.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { linesOf, movedBy } from "./arranging.ts";
import { CorrectionList } from "./correction-list.tsx";
import { type IntentGroup, type IntentLeaf, intentQuery, useTreeChange } from "./intents-data.ts";
import { NameFields } from "./name-dialog.tsx";

type Props = { intent: IntentLeaf; group: IntentGroup; groups: IntentGroup[] };

/** One intent: its names, its place, and the phrasings that it is recognised by. */
export function IntentEditor({ intent, group, groups }: Props) {
  const { t } = useTranslation("intents");
  const { language } = useFormat();
  const lesson = useQuery(intentQuery(intent.key));
  return (
    <section className="panel intent-editor" aria-label={intent.name[language]}>
      <header className="intent-editor-head">
        <Link to="/intents" className="back-link intent-back">
          <BackIcon size={16} />
          {t("backToTree")}
        </Link>
        <h2>
          <small>{group.name[language]}</small>
          {intent.name[language]}
        </h2>
        <Acts intent={intent} group={group} />
      </header>
      {lesson.isError && !lesson.data && <ErrorState error={lesson.error} retry={lesson.refetch} />}
      {lesson.isPending && (
        <AfterAWhile>
          <Skeleton active paragraph={{ rows: 8 }} />
        </AfterAWhile>
      )}
      {lesson.data && <Lesson intent={intent} group={group} groups={groups} lesson={lesson.data} />}
    </section>
  );
}

function Acts({ intent, group }: Pick<Props, "intent" | "group">) {
  const { t } = useTranslation("intents");
  const keys = group.intents.map((one) => one.key);
  const order = useTreeChange((moved: string[]) => call(routes.orderIntents, { parent: group.key, keys: moved }));
  const retire = useTreeChange((isRetired: boolean) => call(routes.updateIntent, { intentKey: intent.key, isRetired }));
  const [up, down] = [movedBy(keys, intent.key, -1), movedBy(keys, intent.key, 1)];
  return (
    <span className="intent-acts">
      <Button size="small" disabled={!up || order.isPending} onClick={() => up && order.mutate(up)}>
        {t("moveUp")}
      </Button>
      <Button size="small" disabled={!down || order.isPending} onClick={() => down && order.mutate(down)}>
        {t("moveDown")}
      </Button>
      <Button size="small" loading={retire.isPending} onClick={() => retire.mutate(!intent.isRetired)}>
        {t(intent.isRetired ? "bringBack" : "retire")}
      </Button>
    </span>
  );
}

type Draft = { "zh-CN": string; en: string; parent: string; usesBuiltIn: boolean; phrasings: string };
type LessonReply = ReplyOf<typeof routes.getIntent>;

function Lesson({ intent, group, groups, lesson }: Props & { lesson: LessonReply }) {
  const { t } = useTranslation(["intents", "common"]);
  const { message } = App.useApp();
  const format = useFormat();
  const [form] = Form.useForm<Draft>();
  const phrasings = Form.useWatch("phrasings", form) ?? lesson.examples.join("\n");
  const save = useTreeChange(
    ({ parent, usesBuiltIn, phrasings: lines, ...name }: Draft) =>
      call(routes.updateIntent, {
        intentKey: intent.key,
        name: { "zh-CN": name["zh-CN"], en: name.en },
        parent,
        usesBuiltIn,
        examples: linesOf(lines),
      }),
    () => {
      message.success(t("common:action.saved"));
    },
  );
  const problem = problemOf(linesOf(phrasings));
  return (
    <>
      <Form
        form={form}
        name="lesson"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          ...intent.name,
          parent: group.key,
          usesBuiltIn: intent.usesBuiltIn,
          phrasings: lesson.examples.join("\n"),
        }}
        onFinish={save.mutate}
      >
        <NameFields />
        <Form.Item name="parent" label={t("group")}>
          <Select
            options={groups
              .filter((one) => !one.isRetired || one.key === group.key)
              .map((one) => ({ value: one.key, label: one.name[format.language] }))}
          />
        </Form.Item>
        <Form.Item
          name="phrasings"
          label={t("phrasings")}
          extra={t("phrasingsHint", { count: linesOf(phrasings).length, limit: limits.intentExamples })}
          validateStatus={problem && "error"}
          help={problem && t(`problem.${problem}`, { limit: limitOf[problem] })}
        >
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 14 }} placeholder={t("phrasingsPlaceholder")} />
        </Form.Item>
        {lesson.builtIn.length > 0 && (
          <>
            <Form.Item name="usesBuiltIn" valuePropName="checked" className="intent-built-in">
              <Checkbox>{t("usesBuiltIn", { number: format.number(lesson.builtIn.length) })}</Checkbox>
            </Form.Item>
            <details className="intent-phrasings">
              <summary>{t("showBuiltIn")}</summary>
              <p>{lesson.builtIn.join(" · ")}</p>
            </details>
          </>
        )}
        <Button type="primary" htmlType="submit" loading={save.isPending} disabled={problem !== undefined}>
          {t("common:action.save")}
        </Button>
      </Form>
      <CorrectionList intentKey={intent.key} corrections={lesson.corrections} />
    </>
  );
}

const limitOf = { tooMany: limits.intentExamples, tooLong: limits.questionCharacters };

function problemOf(lines: string[]): keyof typeof limitOf | undefined {
  if (lines.length > limits.intentExamples) return "tooMany";
  return lines.some((line) => line.length > limits.questionCharacters) ? "tooLong" : undefined;
}
