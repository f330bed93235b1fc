import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/states.tsx";
import { newEntry, usePlace } from "./place.ts";

/** A shop that knows nothing yet: two ways to begin. */
export function FirstKnowledge({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation("knowledge");
  const { go } = usePlace();
  return (
    <EmptyState
      title={t("first.title")}
      why={t(canEdit ? "first.why" : "first.whyReader")}
      action={
        canEdit && (
          <span className="kn-first">
            <Button type="primary" onClick={() => go({ entry: newEntry })}>
              {t("first.write")}
            </Button>
            <Link to="/knowledge/import">
              <Button>{t("first.import")}</Button>
            </Link>
          </span>
        )
      }
    />
  );
}
