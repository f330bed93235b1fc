import type { ReactNode } from "react";

export function PageHeader(props: { title: ReactNode; lead?: ReactNode; actions?: ReactNode }) {
  return (
    <header className="page-header">
      <div className="page-header-words">
        <h1>{props.title}</h1>
        {props.lead && <p className="page-header-lead">{props.lead}</p>}
      </div>
      {props.actions && <div className="page-header-actions">{props.actions}</div>}
    </header>
  );
}
