import { useQuery, useQueryClient } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import { routes } from "@yingda/contract/routes";
import { Button, Input } from "antd";
import { type FormEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api.ts";
import { useErrorWords } from "../../ui/error-words.ts";
import { ChevronIcon } from "../../ui/icons.tsx";
import { BenchResult } from "./bench-result.tsx";
import { usePlace } from "./place.ts";

/** Asks the bot as a customer would, and shows what it makes of it. Always at hand; as low as a line when not in use. */
export function Bench({ canEdit }: { canEdit: boolean }) {
  const { t } = useTranslation("knowledge");
  const { place, go } = usePlace();
  const client = useQueryClient();
  const [text, setText] = useState(place.ask ?? "");
  const [previous, setPrevious] = useState("");
  const [isFollowUp, setIsFollowUp] = useState(false);
  const [isOpen, setIsOpen] = useState(true);
  useEffect(() => setText(place.ask ?? ""), [place.ask]);

  const asked = place.ask?.trim() ?? "";
  const context = isFollowUp ? previous.trim() : "";
  const key = ["knowledge", "ask", asked, context];
  const answer = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call(routes.ask, { text: asked, previous: context || undefined }, signal),
    enabled: asked !== "",
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: (before) => before,
  });

  function ask(event: FormEvent) {
    event.preventDefault();
    const next = text.trim();
    if (!next) return;
    setIsOpen(true);
    if (next === asked) void client.invalidateQueries({ queryKey: key });
    else go({ ask: next }, { replace: true });
  }
  const isShown = isOpen && asked !== "";
  return (
    <section className={isShown ? "bench bench-shown" : "bench"} aria-label={t("bench.label")}>
      <form className="bench-ask" onSubmit={ask}>
        <strong>{t("bench.label")}</strong>
        {isFollowUp && (
          <Input
            className="bench-previous"
            value={previous}
            maxLength={limits.messageCharacters}
            placeholder={t("bench.previous")}
            aria-label={t("bench.previous")}
            onChange={(event) => setPrevious(event.target.value)}
          />
        )}
        <Input
          className="bench-text"
          value={text}
          maxLength={limits.messageCharacters}
          placeholder={t("bench.placeholder")}
          aria-label={t("bench.placeholder")}
          onChange={(event) => setText(event.target.value)}
        />
        <Button type="text" aria-pressed={isFollowUp} onClick={() => setIsFollowUp(!isFollowUp)}>
          {t(isFollowUp ? "bench.noPrevious" : "bench.withPrevious")}
        </Button>
        <Button htmlType="submit" type="primary" ghost loading={answer.isFetching} disabled={!text.trim()}>
          {t("bench.ask")}
        </Button>
        {asked !== "" && (
          <Button
            type="text"
            className={isOpen ? "bench-fold" : "bench-fold bench-folded"}
            aria-expanded={isOpen}
            aria-label={t(isOpen ? "bench.fold" : "bench.unfold")}
            icon={<ChevronIcon />}
            onClick={() => setIsOpen(!isOpen)}
          />
        )}
      </form>
      {isShown && answer.isError && <BenchError error={answer.error} retry={answer.refetch} />}
      {isShown && !answer.isError && answer.data && (
        <BenchResult
          asked={asked}
          previous={context}
          reply={answer.data}
          isStale={answer.isPlaceholderData}
          canEdit={canEdit}
        />
      )}
    </section>
  );
}

function BenchError({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation("common");
  const words = useErrorWords();
  return (
    <div className="bench-error" role="alert">
      {words(error)}
      <Button size="small" onClick={retry}>
        {t("action.retry")}
      </Button>
    </div>
  );
}
