import { useMutation } from "@tanstack/react-query";
import { limits } from "@yingda/contract/limits";
import type { ReplyOf } from "@yingda/contract/route";
import { routes } from "@yingda/contract/routes";
import { Button, Input } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { FeelingMark, UrgentMark } from "../../about/feeling-mark.tsx";
import { useIntentNames } from "../../about/intents-query.ts";
import { call } from "../../api.ts";
import { useShowError } from "../../ui/error-words.ts";
import { useFormat } from "../../ui/use-format.ts";

type Tried = ReplyOf<typeof routes.tryIntents>;

/** Says which intent a sentence would be given, and which words spoke for it. */
export function TryBox() {
  const { t } = useTranslation("intents");
  const showError = useShowError();
  const [text, setText] = useState("");
  const attempt = useMutation({
    mutationFn: (words: string) => call(routes.tryIntents, { text: words }),
    onError: (error) => showError(error),
  });
  function ask(event: FormEvent) {
    event.preventDefault();
    if (text.trim()) attempt.mutate(text.trim());
  }
  return (
    <section className="panel intent-try" aria-label={t("try.label")}>
      <form onSubmit={ask}>
        <strong className="intent-try-label">{t("try.label")}</strong>
        <Input
          value={text}
          maxLength={limits.messageCharacters}
          placeholder={t("try.placeholder")}
          aria-label={t("try.placeholder")}
          onChange={(event) => setText(event.target.value)}
        />
        <Button htmlType="submit" type="primary" ghost loading={attempt.isPending} disabled={!text.trim()}>
          {t("try.ask")}
        </Button>
      </form>
      {attempt.data && <Result tried={attempt.data} />}
    </section>
  );
}

function Result({ tried }: { tried: Tried }) {
  const { t } = useTranslation("intents");
  const format = useFormat();
  const { nameOf, groupNameOf } = useIntentNames();
  return (
    <div className="intent-result" role="status">
      <p>
        <b>{tried.intent === null ? t("try.none") : nameOf(tried.intent)}</b>
        {tried.intent === null && tried.guesses.length > 0 && <span>{t("try.unsure")}</span>}
        <FeelingMark feeling={tried.sentiment} isAngry={tried.isAngry} />
        {tried.isUrgent && <UrgentMark />}
        {tried.product && <span>{t("try.product", { name: tried.product.name })}</span>}
      </p>
      <ol>
        {tried.guesses.slice(0, 3).map(({ key, probability, because }) => (
          <li key={key}>
            <span className="intent-guess">
              <small>{groupNameOf(key)}</small>
              {nameOf(key)}
            </span>
            <span className="intent-bar">
              <i style={{ inlineSize: `${100 * probability}%` }} />
            </span>
            <b>{format.ratio(probability)}</b>
            <span className="intent-because">
              {because.slice(0, 5).map((word) => (
                <em key={word.text} style={{ opacity: 0.45 + 0.55 * word.weight }}>
                  {word.text}
                </em>
              ))}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
