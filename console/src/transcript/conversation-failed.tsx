import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api.ts";
import { EmptyState, ErrorState } from "../ui/states.tsx";

/** A conversation that can't be opened: because there is none by this id, or because something went wrong. */
export function ConversationFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation("conversations");
  // An id that is none is refused as input; there is nothing else in it that could be wrong.
  const isMissing = error instanceof ApiError && (error.code === "not_found" || error.code === "invalid_input");
  if (!isMissing) return <ErrorState error={error} retry={retry} />;
  return (
    <EmptyState
      title={t("missing.title")}
      why={t("missing.why")}
      action={
        <Link to="/conversations">
          <Button type="primary">{t("missing.all")}</Button>
        </Link>
      }
    />
  );
}
