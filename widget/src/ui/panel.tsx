import { findRatingPossible } from "../chat/asking.ts";
import { findCurrent } from "../chat/log.ts";
import type { State } from "../session.ts";
import { useEffect, useRef, useState } from "../view/draw.ts";
import * as words from "../words/dictionary.ts";
import { sayError } from "../words/words.ts";
import { Composer } from "./composer.tsx";
import { getSay, getSession } from "./context.ts";
import { Header, IconButton, StatusBar } from "./header.tsx";
import { isPhone, useKeyboardRoom, useQuietPage } from "./phone.ts";
import { Talk } from "./talk.tsx";

/** The window itself: a dialog beside the page, the whole screen on a phone. */
export function Panel({ state }: { state: State }) {
  const session = getSession();
  const say = getSay();
  const panel = useRef<HTMLElement | null>(null);
  const field = useRef<HTMLTextAreaElement | null>(null);
  const [picture, setPicture] = useState<{ src: string; alt: string } | null>(null);
  const [wantsToRate, setWantsToRate] = useState(false);
  const [isDropping, setDropping] = useState(false);
  const { isPage } = session.embed;
  const fillsScreen = isPage || isPhone();
  const canRate = Boolean(findRatingPossible(findCurrent(state.log), state.outbox));

  useKeyboardRoom(panel, fillsScreen);
  useQuietPage(fillsScreen && !isPage);
  useEffect(() => {
    if (!state.isRestored) takeFocus();
  }, []);

  /** On a phone focus in the field would raise the keyboard over the welcome, or over the next question. */
  function takeFocus() {
    if (isPhone()) panel.current?.focus();
    else field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "Escape" && !picture && !isPage) session.close();
  }

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setDropping(false);
    session.sendFiles([...(event.dataTransfer?.files ?? [])]);
  }

  return (
    <section
      ref={panel}
      class={isPage ? "panel page" : "panel"}
      role="dialog"
      aria-modal={fillsScreen}
      aria-labelledby="title"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        event.preventDefault();
        setDropping(true);
      }}
      onDragLeave={(event) => !panel.current?.contains(event.relatedTarget as Node) && setDropping(false)}
      onDrop={onDrop}
    >
      <Header state={state} />
      <StatusBar state={state} />
      {state.link === "lost" && (
        <div class="lost" role="status">
          {say(words.lost)}
        </div>
      )}
      <Talk
        state={state}
        wantsToRate={wantsToRate}
        onRated={() => {
          setWantsToRate(false);
          takeFocus();
        }}
        onPicture={(src, alt) => setPicture({ src, alt })}
      />
      {state.notice && (
        <div class="notice" role="alert">
          <span>{sayError(say, state.notice)}</span>
          <IconButton label={say(words.close)} icon="close" onClick={session.dismissNotice} />
        </div>
      )}
      <Composer canRate={canRate} onRate={() => setWantsToRate(true)} fieldRef={field} />
      {isDropping && <div class="drop">{say(words.drop)}</div>}
      {picture && <Picture {...picture} onClose={() => setPicture(null)} />}
    </section>
  );
}

/** A native dialog above everything: focus stays inside, Escape closes it and focus returns to the picture. */
function Picture({ src, alt, onClose }: { src: string; alt: string; onClose(): void }) {
  const say = getSay();
  const dialog = useRef<HTMLDialogElement | null>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog closes on Escape by itself
    <dialog ref={dialog} class="preview" onClick={onClose} onClose={onClose}>
      <img src={src} alt={alt} />
      <IconButton label={say(words.close)} icon="close" onClick={onClose} />
    </dialog>
  );
}
