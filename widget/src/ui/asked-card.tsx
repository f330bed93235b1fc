import { limits } from "@yingda/contract/limits";
import * as words from "../words/dictionary.ts";
import { getSay } from "./context.ts";

/** The lower part of every card that asks the customer how it was: words if wanted, not now, submit. */
export function AskedCard({
  comment,
  onComment,
  isReady,
  onSkip,
}: {
  comment: string;
  /** Null: no words are asked for. */
  onComment: ((words: string) => void) | null;
  isReady: boolean;
  onSkip(): void;
}) {
  const say = getSay();
  return (
    <>
      {isReady && onComment && (
        <label>
          <span class="unseen">{say(words.rateComment)}</span>
          <textarea
            rows={2}
            maxLength={limits.commentCharacters}
            placeholder={say(words.rateComment)}
            value={comment}
            onInput={(event) => onComment(event.currentTarget.value)}
          />
        </label>
      )}
      <div class="card-actions">
        <button type="button" class="quiet" onClick={onSkip}>
          {say(words.skip)}
        </button>
        <button type="submit" class="primary" disabled={!isReady}>
          {say(words.rateSend)}
        </button>
      </div>
    </>
  );
}
