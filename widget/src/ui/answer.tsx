import type { Row } from "../chat/rows.ts";
import * as words from "../words/dictionary.ts";
import { type OnPicture, Turn } from "./bubble.tsx";
import { getSay, getSession } from "./context.ts";
import { Icon } from "./icons.tsx";
import { PlainWords, Rich } from "./rich.tsx";

/** What the bot answered: its words, what it recommends, the way to a person, and whether it helped. */
export function Answer({
  row,
  canAsk,
  onPicture,
}: {
  row: Extract<Row, { kind: "answer" }>;
  canAsk: boolean;
  onPicture: OnPicture;
}) {
  const session = getSession();
  const say = getSay();
  const { text, html, options, offerHuman } = row.body;
  const canRate = (row.body.outcome !== "chitchat" && row.isClickable) || row.thumb;
  const offersHuman = offerHuman && canAsk && row.isClickable;
  return (
    <Turn by="bot" name={null} startsGroup={row.startsGroup}>
      <div class="bubble">
        {html ? (
          <Rich html={html} text={text} host={session.embed.host} onPicture={onPicture} />
        ) : (
          <PlainWords text={text} />
        )}
        {row.body.generated && <small class="made">{say(words.generated)}</small>}
      </div>
      {Boolean(options?.length) && (
        <div class="options">
          {/* Without an answer the words above ask already. */}
          {row.body.entryId && <div class="hot-title">{say(words.guess)}</div>}
          <ul>
            {options?.map(({ entryId, question }) => (
              <li key={entryId}>
                <button
                  type="button"
                  disabled={!row.isClickable}
                  onClick={() => session.act({ t: "option", answerSeq: row.seq, entryId }, question)}
                >
                  <span>{question}</span>
                  <Icon name="right" />
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {(canRate || offersHuman) && (
        <div class="thumbs">
          {canRate && (["up", "down"] as const).map(thumbButton)}
          {offersHuman && (
            <button type="button" class="pill" onClick={() => session.act({ t: "human" })}>
              {say(words.human)}
            </button>
          )}
        </div>
      )}
    </Turn>
  );

  /** One choice, which may be changed. */
  function thumbButton(thumb: "up" | "down") {
    const label = say(thumb === "up" ? words.thumbUp : words.thumbDown);
    return (
      <button
        type="button"
        key={thumb}
        class={`thumb ${thumb}`}
        disabled={!row.isClickable}
        aria-pressed={row.thumb === thumb}
        aria-label={label}
        title={label}
        onClick={() => row.thumb !== thumb && session.act({ t: "thumb", answerSeq: row.seq, thumb })}
      >
        <Icon name="up" />
      </button>
    );
  }
}
