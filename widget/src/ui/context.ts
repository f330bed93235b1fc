import type { Session } from "../session.ts";
import { scheduleRedraw } from "../view/draw.ts";
import { type Say, sayIn } from "../words/words.ts";

/** There is one window on a page, so its session needs no handing down. */
let session: Session;

export function showSession(shown: Session) {
  session = shown;
  session.subscribe(scheduleRedraw);
}

export function getSession(): Session {
  return session;
}

export function getSay(): Say {
  return sayIn(session.embed.locale);
}
