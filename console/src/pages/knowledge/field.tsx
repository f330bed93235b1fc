import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Problem } from "./draft.ts";

type Props = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  extra?: ReactNode;
  problem?: Problem;
  children: ReactNode;
};

/** A named part of the form, with what is wrong with it right below. */
export function Field({ id, label, hint, extra, problem, children }: Props) {
  const { t } = useTranslation("knowledge");
  return (
    <div className="kn-field">
      <div className="kn-field-top">
        <label htmlFor={id}>{label}</label>
        {hint && <small>{hint}</small>}
        {extra && <span className="kn-field-extra">{extra}</span>}
      </div>
      {children}
      {problem && (
        <p className="kn-problem" role="alert">
          {t(`problem.${problem}`)}
        </p>
      )}
    </div>
  );
}
