import { useQuery } from "@tanstack/react-query";
import { type MeasureRules, measureRules } from "@yingda/contract/measure-rules";
import { routes } from "@yingda/contract/routes";
import type { Shop } from "@yingda/contract/routes/shop";
import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../../api.ts";
import { readFaults } from "../faults.ts";
import { SettingsForm } from "../settings-form.tsx";
import { ChangeHistory } from "./change-history.tsx";
import { LimitsPanel } from "./limits-panel.tsx";
import { ScorePanel } from "./score-panel.tsx";
import { ScorePreviewPanel } from "./score-preview-panel.tsx";
import { StarsPanel } from "./stars-panel.tsx";
import { useScorePreview } from "./use-score-preview.ts";

/** What the figures are reckoned by, what a change would do to the score, and who changed what before. */
export function MeasuresSection({ shop }: { shop: Shop }) {
  return (
    <div className="stack">
      <SettingsForm shop={shop} names={["measures"]}>
        <Form.Item
          name="measures"
          noStyle
          rules={[
            {
              validator: (_, rules: MeasureRules) =>
                measureRules.safeParse(rules).success ? Promise.resolve() : Promise.reject(new Error("measures")),
            },
          ]}
        >
          <RulesEditor saved={shop.settings.measures} />
        </Form.Item>
      </SettingsForm>
      <ChangeHistory rules={shop.settings.measures} />
    </div>
  );
}

type Props = { saved: MeasureRules; value?: MeasureRules; onChange?: (rules: MeasureRules) => void };

/** The form gives value and onChange. */
function RulesEditor({ saved, value: rules = saved, onChange: change = () => {} }: Props) {
  const faults = readFaults(measureRules, rules);
  const preview = useScorePreview(rules, faults.isNone);
  return (
    <div className="with-preview">
      <div className="stack">
        <LimitsPanel rules={rules} faultAt={faults.at} change={change} />
        <StarsPanel rules={rules} faultAt={faults.at} change={change} />
        <ScorePanel rules={rules} faultAt={faults.at} parts={preview.data?.parts} change={change} />
        <ResetLine rules={rules} change={change} />
      </div>
      <ScorePreviewPanel saved={saved} rules={rules} preview={preview} isValid={faults.isNone} />
    </div>
  );
}

function ResetLine({ rules, change }: { rules: MeasureRules; change: (rules: MeasureRules) => void }) {
  const { t } = useTranslation("measures");
  const defaults = useQuery({
    queryKey: ["measure-defaults"],
    queryFn: ({ signal }) => call(routes.listMeasureChanges, { pageSize: 1 }, signal),
    select: (reply) => reply.defaults,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isDefault = defaults.data !== undefined && JSON.stringify(defaults.data) === JSON.stringify(rules);
  return (
    <div className="reset-line">
      <Button disabled={!defaults.data || isDefault} onClick={() => defaults.data && change(defaults.data)}>
        {t("reset.action")}
      </Button>
      <span>{t(isDefault ? "reset.already" : "reset.hint")}</span>
    </div>
  );
}
