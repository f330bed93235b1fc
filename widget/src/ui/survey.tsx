import type { SurveyAnswer } from "@yingda/contract/events";
import type { SurveyAsked } from "../chat/asking.ts";
import { useState } from "../view/draw.ts";
import * as words from "../words/dictionary.ts";
import { AskedCard } from "./asked-card.tsx";
import { getSay, getSession } from "./context.ts";

/** One question with a row of scores; words once a score is chosen; and it may be skipped. */
export function Survey({ asked, onDone }: { asked: SurveyAsked; onDone(): void }) {
  const session = getSession();
  const say = getSay();
  const [score, setScore] = useState(-1);
  const [comment, setComment] = useState("");
  const { survey, conversationId } = asked;
  const question = asked.question ?? say(words.rateTitle);
  const isNps = survey === "nps";
  const scores = isNps ? [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] : [1, 2, 3, 4, 5, 6, 7];
  const lowest = say(isNps ? words.npsLowest : words.cesLowest);
  const highest = say(isNps ? words.npsHighest : words.cesHighest);

  function submit(event: Event) {
    event.preventDefault();
    const answer = { survey, value: score, comment: comment.trim() || undefined } as SurveyAnswer;
    session.act({ t: "survey", conversationId, answer });
    onDone();
  }

  function skip() {
    session.skipSurvey(asked);
    onDone();
  }

  return (
    <form class="card" onSubmit={submit} aria-label={question}>
      <h3>{question}</h3>
      <fieldset>
        <legend class="unseen">{question}</legend>
        <div class={`scores ${survey}`}>
          {scores.map((value) => (
            <label key={value} class={value === score ? "score on" : "score"}>
              <input
                type="radio"
                name="score"
                class="unseen"
                checked={value === score}
                aria-label={`${value} ${value === scores[0] ? lowest : value === scores.at(-1) ? highest : ""}`}
                onChange={() => setScore(value)}
              />
              {value}
            </label>
          ))}
        </div>
        <div class="ends" aria-hidden="true">
          <span>{lowest}</span>
          <span>{highest}</span>
        </div>
      </fieldset>
      <AskedCard
        comment={comment}
        onComment={asked.asksComment === false ? null : setComment}
        isReady={score >= 0}
        onSkip={skip}
      />
    </form>
  );
}
