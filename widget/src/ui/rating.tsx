import type { DissatisfactionReason } from "@yingda/contract/events";
import type { RatingAsked } from "../chat/asking.ts";
import { useState } from "../view/draw.ts";
import * as words from "../words/dictionary.ts";
import { AskedCard } from "./asked-card.tsx";
import { getSay, getSession } from "./context.ts";
import { Icon } from "./icons.tsx";

const five = [1, 2, 3, 4, 5] as const;
const reasons: [DissatisfactionReason, words.Word][] = [
  ["unsolved", words.reasonUnsolved],
  ["slow", words.reasonSlow],
  ["attitude", words.reasonAttitude],
  ["repeat", words.reasonRepeat],
  ["other", words.reasonOther],
];

/** Stars first; reasons only where something was wrong; words if wanted; and it may be skipped. */
export function Rating({ asked, onDone }: { asked: RatingAsked; onDone(): void }) {
  const session = getSession();
  const say = getSay();
  const [stars, setStars] = useState(0);
  const [chosen, setChosen] = useState<DissatisfactionReason[]>([]);
  const [comment, setComment] = useState("");

  function submit(event: Event) {
    event.preventDefault();
    session.act({
      t: "rate",
      conversationId: asked.conversationId,
      stars,
      reasons: stars <= 3 && chosen.length ? chosen : undefined,
      comment: comment.trim() || undefined,
    });
    onDone();
  }

  function skip() {
    session.skipRating(asked.conversationId);
    onDone();
  }

  const title = asked.question ?? say(words.rateTitle);
  return (
    <form class="card rating" onSubmit={submit} aria-label={title}>
      <h3>{title}</h3>
      <fieldset class="stars">
        <legend class="unseen">{title}</legend>
        {five.map((value) => (
          <label key={value} class={value <= stars ? "star on" : "star"}>
            <input
              type="radio"
              name="stars"
              class="unseen"
              checked={stars === value}
              aria-label={`${say(words.stars, { n: value })} ${say(words.starWords[value - 1]!)}`}
              onChange={() => setStars(value)}
            />
            <Icon name="star" />
          </label>
        ))}
      </fieldset>
      <p>{say(words.starWords[stars - 1] ?? words.rateHint)}</p>
      {stars > 0 && stars <= 3 && (
        <fieldset class="reasons">
          <legend>{say(words.rateWhy)}</legend>
          {reasons.map(([reason, word]) => {
            const isChosen = chosen.includes(reason);
            return (
              <button
                type="button"
                key={reason}
                class="chip"
                aria-pressed={isChosen}
                onClick={() => setChosen(isChosen ? chosen.filter((r) => r !== reason) : [...chosen, reason])}
              >
                {say(word)}
              </button>
            );
          })}
        </fieldset>
      )}
      <AskedCard
        comment={comment}
        onComment={asked.asksComment === false ? null : setComment}
        isReady={stars > 0}
        onSkip={skip}
      />
    </form>
  );
}

export function Stars({ value }: { value: number }) {
  const say = getSay();
  return (
    <span class="stars" role="img" aria-label={say(words.stars, { n: value })}>
      {five.map((star) => (
        <span key={star} class={star <= value ? "star on" : "star"}>
          <Icon name="star" />
        </span>
      ))}
    </span>
  );
}
