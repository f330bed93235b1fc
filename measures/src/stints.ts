import type { Row } from "./facts.ts";

type Stint = Pick<Row<"stint">, "agentId" | "connectedAt" | "endedAt" | "shareSeconds">;

/**
 * Fills `shareSeconds`, the column that needs the agent's other conversations: while an agent holds k of them at once,
 * each has 1/k of the time. So the shares of an agent add up to the time in which the agent held at least one. Whole
 * milliseconds, rounded down; null for what has not ended or has no times. Returns new rows, in order.
 */
export function shareStints<S extends Stint>(stints: readonly S[]): S[] {
  const ended = stints.filter((one) => isTimed(one));
  const clocks = new Map(
    [...Map.groupBy(ended, (one) => one.agentId)].map(([agentId, own]) => [agentId, makeClock(own)]),
  );
  return stints.map((one) => {
    if (!isTimed(one)) return { ...one, shareSeconds: null };
    const clock = clocks.get(one.agentId)!;
    const [from, to] = spanOf(one);
    return { ...one, shareSeconds: Math.floor((clock.get(to)! - clock.get(from)!) / 1000) / 1000 };
  });
}

/**
 * A clock that runs 1/k as fast while k conversations are held, and stands while none is: its reading, in whole µs, at
 * every instant at which a stint begins or ends.
 */
function makeClock(stints: readonly Stint[]): Map<number, number> {
  const steps = new Map<number, number>();
  for (const one of stints) {
    const [from, to] = spanOf(one);
    steps.set(from, (steps.get(from) ?? 0) + 1);
    steps.set(to, (steps.get(to) ?? 0) - 1);
  }
  const readings = new Map<number, number>();
  let [held, reading, before] = [0, 0, 0];
  for (const at of [...steps.keys()].sort((a, b) => a - b)) {
    if (held > 0) reading += Math.floor(((at - before) * 1000) / held);
    readings.set(at, reading);
    held += steps.get(at)!;
    before = at;
  }
  return readings;
}

const isTimed = ({ connectedAt, endedAt }: Stint): boolean => connectedAt !== null && endedAt !== null;

const spanOf = ({ connectedAt, endedAt }: Stint): [from: number, to: number] => [
  Date.parse(connectedAt!),
  Date.parse(endedAt!),
];
