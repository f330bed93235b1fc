import { Link } from "@tanstack/react-router";
import { limits } from "@yingda/contract/limits";
import type { SurveyName, SurveySetup } from "@yingda/contract/routes/shop";
import { Checkbox, Input, InputNumber, Radio, Switch } from "antd";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useSurveyWays } from "./survey-ways.ts";

const languages = ["zh-CN", "en"] as const;

type Props = { name: SurveyName; value?: SurveySetup; onChange?: (setup: SurveySetup) => void };

/** One survey, switched on and off as a whole; what is set stays while it is off. */
export function SurveyFields({ name, value: setup, onChange = () => {} }: Props) {
  const { t } = useTranslation(["surveys", "settings"]);
  if (!setup) return null;
  const change = (part: Partial<SurveySetup>) => onChange({ ...setup, ...part });
  return (
    <>
      <div className="survey-head">
        <div>
          <h2 className="panel-title">{t(`name.${name}`)}</h2>
          <p className="panel-lead">{t(`what.${name}`)}</p>
        </div>
        <Switch
          checked={setup.isOn}
          onChange={(isOn) => change({ isOn })}
          aria-label={t("toggle", { name: t(`name.${name}`) })}
        />
      </div>
      {setup.isOn && (
        <div className="survey-fields">
          {languages.map((language) => (
            <Labelled key={language} label={`${t("question")} · ${t(`settings:language.${language}`)}`}>
              {(id) => (
                <Input
                  id={id}
                  value={setup.question[language]}
                  maxLength={limits.surveyQuestionCharacters}
                  status={setup.question[language].trim() ? undefined : "error"}
                  onChange={({ target }) => change({ question: { ...setup.question, [language]: target.value } })}
                />
              )}
            </Labelled>
          ))}
          <Labelled label={t("after")} isGroup>
            {() => (
              <Checkbox.Group
                value={setup.after}
                options={[
                  { value: "served" as const, label: t("afterServed") },
                  { value: "bot" as const, label: t("afterBot") },
                ]}
                onChange={(after) => change({ after })}
              />
            )}
          </Labelled>
          <Labelled label={t("when")}>
            {(id) => (
              <span className="survey-number">
                {t("whenBefore")}
                <Whole id={id} value={setup.delayDays} min={0} max={30} set={(delayDays) => change({ delayDays })} />
                {t("whenAfter")}
              </span>
            )}
          </Labelled>
          <Labelled label={t("sample")} hint={t("sampleHint")}>
            {(id) => (
              <span className="survey-number">
                <Whole
                  id={id}
                  value={setup.samplePercent}
                  min={1}
                  max={100}
                  set={(samplePercent) => change({ samplePercent })}
                />
                %
              </span>
            )}
          </Labelled>
          <Labelled label={t("every")}>
            {(id) => (
              <span className="survey-number">
                {t("everyBefore")}
                <Whole id={id} value={setup.everyDays} min={0} max={365} set={(everyDays) => change({ everyDays })} />
                {t("everyAfter")}
              </span>
            )}
          </Labelled>
          <Labelled label={t("via")} hint={setup.via === "link" && <LinkHint />} isGroup>
            {() => (
              <Radio.Group
                value={setup.via}
                options={[
                  { value: "popup", label: t("popup") },
                  { value: "link", label: t("link") },
                ]}
                onChange={({ target }) => change({ via: target.value })}
              />
            )}
          </Labelled>
          <Checkbox checked={setup.asksComment} onChange={({ target }) => change({ asksComment: target.checked })}>
            {t("comment")}
          </Checkbox>
        </div>
      )}
    </>
  );
}

/** What becomes of links as things are; with no way to send them, where to set one up. */
function LinkHint() {
  const { t } = useTranslation("surveys");
  const ways = useSurveyWays();
  if (!ways) return null;
  if (ways.are !== "none") return t(`ways.sentence.${ways.are}`);
  return (
    <span className="survey-failed">
      {t("ways.sentence.none")}{" "}
      <Link to="/settings" search={{ section: "mail" }}>
        {t("ways.setUpMail")}
      </Link>
    </span>
  );
}

/** The form of the library labels its own fields only; this survey is one field to it. */
function Labelled({
  label,
  hint,
  isGroup,
  children,
}: {
  label: string;
  hint?: ReactNode;
  isGroup?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="survey-field">
      {isGroup ? (
        <fieldset>
          <legend>{label}</legend>
          {children(id)}
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>{label}</label>
          {children(id)}
        </>
      )}
      {hint && <p className="survey-hint">{hint}</p>}
    </div>
  );
}

/** An emptied field keeps the number it had: there is none without a meaning here. */
function Whole({ set, ...rest }: { id: string; value: number; min: number; max: number; set: (n: number) => void }) {
  return <InputNumber {...rest} precision={0} onChange={(typed) => typed !== null && set(typed)} />;
}
