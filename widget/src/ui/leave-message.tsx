import { limits } from "@yingda/contract/limits";
import { useState } from "../view/draw.ts";
import * as words from "../words/dictionary.ts";
import { getSay, getSession } from "./context.ts";

/** Nobody can take the customer now: the question and where to answer are kept for later. */
export function LeaveMessage({ onSkip }: { onSkip(): void }) {
  const session = getSession();
  const say = getSay();
  const [text, setText] = useState("");
  const [contact, setContact] = useState("");

  function submit(event: Event) {
    event.preventDefault();
    if (text.trim()) session.act({ t: "leaveMessage", text: text.trim(), contact: contact.trim() || undefined });
  }

  return (
    <form class="card" onSubmit={submit} aria-label={say(words.leaveTitle)}>
      <h3>{say(words.leaveTitle)}</h3>
      <p>{say(words.leaveHint)}</p>
      <label>
        <span class="unseen">{say(words.leaveText)}</span>
        <textarea
          rows={3}
          required
          maxLength={limits.messageCharacters}
          placeholder={say(words.leaveText)}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <label>
        <span class="unseen">{say(words.leaveContact)}</span>
        <input
          type="text"
          maxLength={120}
          placeholder={say(words.leaveContact)}
          value={contact}
          onInput={(event) => setContact(event.currentTarget.value)}
        />
      </label>
      <div class="card-actions">
        <button type="button" class="quiet" onClick={onSkip}>
          {say(words.skip)}
        </button>
        <button type="submit" class="primary" disabled={!text.trim()}>
          {say(words.leaveSend)}
        </button>
      </div>
    </form>
  );
}
