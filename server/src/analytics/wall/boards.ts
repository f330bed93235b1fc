import type { Lines } from "@yingda/contract/live";
import type { Ctx, Ground } from "../../context.ts";
import type { Appended } from "../../conversations/append.ts";
import { type Board, countEvents, turnDay } from "./board.ts";
import { readBoard } from "./reading.ts";

/**
 * The boards of the shops that somebody looks at. One is made from the tables at the first look, then hears every
 * event, and is forgotten some hours after the last look. What it cannot count by hearing makes it read again.
 */
export type Kept = {
  board: Board;
  edition: number;
  /** Lines of earlier days, by day: they don't change any more. */
  before: Map<string, Promise<Lines>>;
};

export type Boards = {
  get: (ctx: Ctx) => Promise<Kept>;
  /** Called when something happened in a shop that has a board. */
  onChange: (listener: (shopId: string) => void) => void;
  listShops: () => string[];
};

type Place = {
  kept: Kept | null;
  reading: Promise<Kept> | null;
  /** What happened while the tables are being read. */
  heard: Appended[];
  isOutdated: boolean;
  lookedAtMs: number;
  /** When reading again is due at the earliest: a large import must not make us read a large day all the time. */
  mayReadAtMs: number;
};

const forgottenAfterMs = 8 * 60 * 60_000;
/** Logs that another program wrote (an import by command) are seen after this long at the latest. */
const trustedForMs = 60 * 60_000;
const cheapReadingMs = 200;

const known = new WeakMap<object, Boards>();

/** One set of boards per running program, however many parts of it look. */
export function boardsOf(ground: Ground): Boards {
  const boards = known.get(ground.bus) ?? openBoards(ground);
  known.set(ground.bus, boards);
  return boards;
}

function openBoards({ bus, log }: Ground): Boards {
  const places = new Map<string, Place>();
  const listeners: ((shopId: string) => void)[] = [];
  const tell = (shopId: string) => {
    for (const listener of listeners) listener(shopId);
  };

  bus.on("events.appended", (appended) => {
    const { shopId } = appended.state;
    const place = places.get(shopId);
    if (!place) return;
    if (performance.now() - place.lookedAtMs > forgottenAfterMs) return void places.delete(shopId);
    if (place.reading) place.heard.push(appended);
    if (place.kept && !countEvents(place.kept.board, appended)) place.isOutdated = true;
    tell(shopId);
  });
  const outdate = ({ shopId }: { shopId: string }) => {
    const place = places.get(shopId);
    if (!place) return;
    place.isOutdated = true;
    tell(shopId);
  };
  bus.on("shop.changed", outdate);
  bus.on("history.changed", outdate);
  bus.on("staff.changed", ({ shopId }) => places.has(shopId) && tell(shopId));

  function read(ctx: Ctx, place: Place): Promise<Kept> {
    const startedMs = performance.now();
    place.isOutdated = false;
    return readBoard(ctx, async ({ board, lastSeqsOf }) => {
      // Heard, but written before the instant that was read: counted already.
      const seen = await lastSeqsOf([...new Set(place.heard.map(({ state }) => state.conversationId))]);
      for (const { state, events } of place.heard) {
        const fresh = events.filter((event) => event.seq > (seen.get(state.conversationId) ?? 0));
        if (fresh.length > 0 && !countEvents(board, { state, events: fresh })) place.isOutdated = true;
      }
      // From here on, in this very breath, it hears for itself.
      const edition = Math.max(ctx.clock.now().getTime(), (place.kept?.edition ?? 0) + 1);
      place.kept = { board, edition, before: new Map() };
      const tookMs = performance.now() - startedMs;
      place.mayReadAtMs = performance.now() + (tookMs < cheapReadingMs ? 0 : 10 * tookMs);
      log.debug({ shopId: ctx.shopId, tookMs }, "a board was made from the tables");
      return place.kept;
    })
      .catch((error) => {
        place.isOutdated = true;
        throw error;
      })
      .finally(() => {
        place.reading = null;
        place.heard = [];
      });
  }

  return {
    get: async (ctx) => {
      const nowMs = performance.now();
      const place = places.get(ctx.shopId) ?? {
        kept: null,
        reading: null,
        heard: [],
        isOutdated: false,
        lookedAtMs: nowMs,
        mayReadAtMs: 0,
      };
      places.set(ctx.shopId, place);
      place.lookedAtMs = nowMs;
      const { kept } = place;
      const mayRead = nowMs >= place.mayReadAtMs;
      if (!kept || (place.isOutdated && mayRead)) {
        place.reading ??= read(ctx, place);
        return place.reading;
      }
      // Nobody waits for what is only checked.
      if (ctx.clock.now().getTime() - kept.edition > trustedForMs && mayRead && !place.reading) {
        place.reading = read(ctx, place);
        place.reading.catch((error) => log.warn({ err: error }, "a board was not checked against the tables"));
      }
      turnDay(kept.board, ctx.clock.now().getTime());
      return kept;
    },
    onChange: (listener) => listeners.push(listener),
    listShops: () => [...places.keys()],
  };
}
