import { canAskForHuman } from "../chat/asking.ts";
import { findCurrent } from "../chat/log.ts";
import type { State } from "../session.ts";
import * as words from "../words/dictionary.ts";
import { sayWait } from "../words/words.ts";
import { getSay, getSession } from "./context.ts";
import { Icon } from "./icons.tsx";

export function Header({ state }: { state: State }) {
  const session = getSession();
  const say = getSay();
  const name = state.config?.shopName || say(words.shop);
  return (
    <header class="header">
      <span class="avatar" aria-hidden="true">
        {[...name][0]}
      </span>
      <h2 class="shop" id="title">
        {name}
        {state.config?.isDemo && <span class="tag">{say(words.demo)}</span>}
      </h2>
      <IconButton label={say(words.sound)} icon="bell" isPressed={state.hasSound} onClick={session.toggleSound} />
      {!session.embed.isPage && <IconButton label={say(words.close)} icon="down" onClick={session.close} />}
    </header>
  );
}

/** Who is in charge, what is being waited for, and the one thing to do about it: a person is always one touch away. */
export function StatusBar({ state }: { state: State }) {
  const session = getSession();
  const say = getSay();
  const current = findCurrent(state.log);
  const view = current?.view;
  const isAsked = state.outbox.some(({ act }) => act.t === "human");
  const isWaiting = isAsked || view?.handling === "queue" || view?.handling === "requested";

  let standing = say(words.statusBot);
  if (isWaiting) standing = say(words.statusWaiting);
  else if (view?.handling === "agent") standing = say(words.statusAgent, { name: view.agentName ?? say(words.agent) });
  else if (view?.handling === "message") standing = say(words.statusMessage);

  const queue = view?.handling === "queue" ? view.queue : null;
  return (
    <div class="status" role="status">
      <Icon name={isWaiting ? "clock" : view?.handling === "agent" ? "person" : "bot"} />
      <span class="status-words">
        {queue ? (
          <>
            <b>{queue.position <= 1 ? say(words.queueNext) : say(words.queueAhead, { n: queue.position - 1 })}</b>
            {queue.estimatedSeconds !== null && ` · ${sayWait(say, queue.estimatedSeconds)}`}
          </>
        ) : (
          standing
        )}
      </span>
      {queue && (
        <button type="button" class="pill" onClick={() => session.act({ t: "leaveQueue" })}>
          {say(words.leaveQueue)}
        </button>
      )}
      {!isAsked && canAskForHuman(current) && (
        <button type="button" class="pill" onClick={() => session.act({ t: "human" })}>
          {say(words.human)}
        </button>
      )}
    </div>
  );
}

export function IconButton(of: {
  label: string;
  icon: Parameters<typeof Icon>[0]["name"];
  isPressed?: boolean;
  onClick(): void;
}) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={of.label}
      title={of.label}
      aria-pressed={of.isPressed}
      onClick={of.onClick}
    >
      <Icon name={of.icon} />
    </button>
  );
}
