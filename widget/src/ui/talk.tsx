import {
  canAskForHuman,
  findMessageAsked,
  findRatingAsked,
  findRatingPossible,
  findSurveyAsked,
  skipKeyOf,
} from "../chat/asking.ts";
import { findCurrent, type Thread } from "../chat/log.ts";
import { listRows, type Row } from "../chat/rows.ts";
import type { State } from "../session.ts";
import { useEffect, useRef, useState } from "../view/draw.ts";
import * as words from "../words/dictionary.ts";
import { sayTime } from "../words/words.ts";
import { Answer } from "./answer.tsx";
import { Bubble, type OnPicture, Turn, UploadBubble } from "./bubble.tsx";
import { getSay, getSession } from "./context.ts";
import { Icon } from "./icons.tsx";
import { LeaveMessage } from "./leave-message.tsx";
import { Rating, Stars } from "./rating.tsx";
import { PlainWords } from "./rich.tsx";
import { Survey } from "./survey.tsx";
import { Welcome } from "./welcome.tsx";

/** Everything said so far, earlier conversations above, what is asked of the customer below. */
export function Talk({
  state,
  wantsToRate,
  onRated,
  onPicture,
}: {
  state: State;
  wantsToRate: boolean;
  onRated(): void;
  onPicture: OnPicture;
}) {
  const session = getSession();
  const say = getSay();
  const [dismissedSeq, setDismissedSeq] = useState(0);
  const current = findCurrent(state.log);
  const past = state.log.threads.filter((thread) => thread !== current);
  const rows = rowsOf(current, true);
  const lastOwn = rows.findLastIndex((row) => row.kind === "bubble" && row.by === "customer");

  const invited = findRatingAsked(current, state.outbox);
  const rating = wantsToRate
    ? findRatingPossible(current, state.outbox)
    : skipKeyOf(current) === state.skipped
      ? null
      : invited;
  // Stars first, then one question at a time.
  const survey = rating ? null : findSurveyAsked(current, state.outbox, state.skippedSurvey, Date.now());
  const message = findMessageAsked(current, state.outbox);
  const { box, content, isBelowUnread, goDown, onScroll } = useScroll(state.log.threads[0], rows.at(-1));

  return (
    <div class="talk-frame">
      <div
        class="talk"
        ref={box}
        role="log"
        aria-live="polite"
        aria-relevant="additions"
        aria-label={say(words.log)}
        aria-busy={state.isLoadingEarlier}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={() => onScroll(session.loadEarlier)}
      >
        <div ref={content}>
          {state.hasEarlier && state.link === "ready" && (
            <button type="button" class="earlier" disabled={state.isLoadingEarlier} onClick={session.loadEarlier}>
              {say(words.earlier)}
            </button>
          )}
          {past.map((thread) => rowsOf(thread, false).map((row) => draw(row, false)))}
          <Welcome config={state.config} />
          {rows.map((row, at) => draw(row, at === lastOwn))}
          {state.uploads.map((upload) => (
            <UploadBubble key={upload.clientId} upload={upload} />
          ))}
          {state.draft && (
            <Turn by="bot" name={null} startsGroup>
              <div class="bubble">
                <PlainWords text={state.draft} />
              </div>
            </Turn>
          )}
          {state.typing && (
            <Turn by={state.typing} name={current?.view.agentName ?? null} startsGroup>
              <div class="bubble typing">
                <i />
                <i />
                <i />
                <span class="unseen">{say(words.typing)}</span>
              </div>
            </Turn>
          )}
          {message && message.seq !== dismissedSeq && <LeaveMessage onSkip={() => setDismissedSeq(message.seq)} />}
          {rating && <Rating key={rating.conversationId} asked={rating} onDone={onRated} />}
          {survey && <Survey key={survey.seq} asked={survey} onDone={onRated} />}
        </div>
      </div>
      {isBelowUnread && (
        <button type="button" class="new-messages" onClick={goDown}>
          {say(words.newMessages)}
          <Icon name="down" />
        </button>
      )}
    </div>
  );

  function rowsOf(thread: Thread | undefined, isCurrent: boolean) {
    return listRows({ thread, outbox: isCurrent ? state.outbox : [], isCurrent, agentNames: state.agentNames });
  }

  function draw(row: Row, isLastOwn: boolean) {
    switch (row.kind) {
      case "time":
        return (
          <div key={row.key} class="time">
            {sayTime(session.embed.locale, row.at, Date.now())}
          </div>
        );
      case "line":
        return (
          <div key={row.key} class="line">
            {say(row.word, row.values && { name: row.values.name || say(words.agent) })}
          </div>
        );
      case "rated":
        return (
          <div key={row.key} class="rated">
            <Stars value={row.stars} />
            {say(words.rateThanks)}
          </div>
        );
      case "bubble":
        return (
          <Bubble
            key={row.key}
            row={row}
            showDelivery={isLastOwn || row.delivery === "sending"}
            onPicture={onPicture}
          />
        );
      case "answer":
        return <Answer key={row.key} row={row} canAsk={canAskForHuman(current)} onPicture={onPicture} />;
    }
  }
}

/** Stays at the end while the customer is there, stays put when reading above or when earlier talk is added on top. */
function useScroll(first: Thread | undefined, last: Row | undefined) {
  const box = useRef<HTMLDivElement | null>(null);
  const content = useRef<HTMLDivElement | null>(null);
  const fromEnd = useRef(0);
  const lastTop = useRef(0);
  const before = useRef<{ firstId?: string; lastKey?: string }>({});
  const [isBelowUnread, setBelowUnread] = useState(false);
  const isOwn = last?.kind === "bubble" && last.by === "customer";

  function goDown() {
    fromEnd.current = 0;
    keepPlace();
    setBelowUnread(false);
  }

  function keepPlace() {
    const { scrollHeight, clientHeight } = box.current!;
    box.current!.scrollTop = scrollHeight - clientHeight - fromEnd.current;
  }

  function onScroll(onTop: () => void) {
    const { scrollTop, scrollHeight, clientHeight } = box.current!;
    const left = scrollHeight - scrollTop - clientHeight;
    // Growth below is not a step away from the end; only moving up is.
    if (fromEnd.current || scrollTop < lastTop.current) fromEnd.current = left < 60 ? 0 : left;
    lastTop.current = scrollTop;
    if (!fromEnd.current) setBelowUnread(false);
    if (scrollTop < 24 && left > 24) onTop();
  }

  useEffect(() => {
    const { firstId, lastKey } = before.current;
    if (lastKey === last?.key) {
      if (firstId !== first?.id) keepPlace();
    } else if (isOwn || !fromEnd.current) goDown();
    else setBelowUnread(true);
    before.current = { firstId: first?.id, lastKey: last?.key };
  }, [first?.id, last?.key]);

  useEffect(() => {
    // Pictures that load, cards that grow and the on-screen keyboard change the room without a new row.
    const sizes = new ResizeObserver(() => fromEnd.current || keepPlace());
    sizes.observe(box.current!);
    sizes.observe(content.current!);
    return () => sizes.disconnect();
  }, []);

  return { box, content, isBelowUnread, goDown, onScroll };
}
