import { limits } from "@yingda/contract/limits";
import { type Grain, stretchesOf, usualGrain } from "../../../figures/ranges.ts";
import { useFigureState, useFigures } from "../../../figures/use-figures.ts";

const metric = "human.average_response";

/** The average response of some agents along time: only of those on the screen, or two hundred would be asked for. */
export function useAgentTrends(agents: readonly string[]): ReadonlyMap<string, (number | null)[]> {
  const { state } = useFigureState();
  const grains: Grain[] = [usualGrain(state.window), "week", "month"];
  const grain = grains.find((one) => stretchesOf(state.window, one).length * agents.length <= limits.queryRows)!;
  const answer = useFigures(
    {
      metrics: [metric],
      dimensions: ["agent", grain],
      filters: [...state.filters, { dimension: "agent", in: [...agents] }],
      limit: limits.queryRows,
    },
    { withBefore: false, enabled: agents.length > 0 },
  );
  const values = new Map(
    answer.data?.rows.map(({ keys, figures }) => [`${keys[0]!.key} ${keys[1]!.key}`, figures.get(metric)!.now.value]),
  );
  const stretches = stretchesOf(state.window, grain);
  return new Map(agents.map((agent) => [agent, stretches.map((stretch) => values.get(`${agent} ${stretch}`) ?? null)]));
}
