import { useEffect, useRef } from "../view/draw.ts";
import * as words from "../words/dictionary.ts";
import { getSay, getSession } from "./context.ts";
import { Icon } from "./icons.tsx";
import { Panel } from "./panel.tsx";

/** The round button in the corner and, when it is open, the window. */
export function App() {
  const session = getSession();
  const say = getSay();
  const state = session.getState();
  const launcher = useRef<HTMLButtonElement | null>(null);
  const wasOpen = useRef(false);
  const { isOpen, unread } = state;

  useEffect(() => {
    if (wasOpen.current && !isOpen) launcher.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);

  if (state.isUnknownKey) return null;
  const label = say(words.launcher) + (unread ? ` (${unread})` : "");
  return (
    <>
      {isOpen && <Panel state={state} />}
      {!session.embed.isPage && (
        <button
          ref={launcher}
          type="button"
          class={isOpen ? "launcher open" : "launcher"}
          aria-expanded={isOpen}
          aria-label={isOpen ? say(words.close) : label}
          title={isOpen ? undefined : label}
          onClick={isOpen ? session.close : () => session.open()}
        >
          <Icon name={isOpen ? "down" : "speech"} />
          {unread > 0 && (
            <span class="badge" aria-hidden="true">
              {unread > 99 ? "99+" : unread}
            </span>
          )}
        </button>
      )}
    </>
  );
}
