import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { Wall } from "@yingda/contract/live";
import { routes } from "@yingda/contract/routes";
import { useEffect } from "react";
import { call } from "../../api.ts";
import { useLiveState, useWallPushes } from "../../live.ts";
import { useNow } from "../../transcript/use-now.ts";
import { withPush } from "./day-lines.ts";

export type Against = "yesterday" | "last_week";

/** When what is on screen was true: by the server's clock, and when it came here. */
type Shown = { wall: Wall; heardMs: number };

/** Without a word for this long the figures are old, whatever the socket says: the server sends one every five seconds. */
const silenceMs = 20_000;

export function useWall(against: Against) {
  const client = useQueryClient();
  const queryKey = ["wall", against];
  const query = useQuery({
    queryKey,
    queryFn: async ({ signal }): Promise<Shown> => ({
      wall: await call(routes.getWall, { against }, signal),
      heardMs: Date.now(),
    }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: true,
    retryDelay: (failures) => Math.min(15_000, 1000 * 2 ** failures),
  });
  useWallPushes((now) => {
    const shown = client.getQueryData<Shown>(queryKey);
    const wall = shown && withPush(shown.wall, now);
    if (wall) client.setQueryData<Shown>(queryKey, { wall, heardMs: Date.now() });
    else if (!client.isFetching({ queryKey })) void client.invalidateQueries({ queryKey });
  });
  return query;
}

/** The shop's seconds pass between two pushes; where the line is down they stand still, and since when is said. */
export function useWallClock({ wall, heardMs }: Shown) {
  const nowMs = useNow();
  const { offlineSince } = useLiveState();
  const isStale = offlineSince !== null || nowMs - heardMs > silenceMs;
  const sinceHeardMs = isStale ? 0 : Math.max(0, nowMs - heardMs);
  return { nowMs, serverMs: Date.parse(wall.now.at) + sinceHeardMs, staleSinceMs: isStale ? heardMs : null };
}

/** A wall must not go to sleep. Where the browser can't promise that, nothing is lost. */
export function useWakefulScreen() {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null;
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
    };
    void ask();
    document.addEventListener("visibilitychange", ask);
    return () => {
      document.removeEventListener("visibilitychange", ask);
      void lock?.release().catch(() => {});
    };
  }, []);
}
