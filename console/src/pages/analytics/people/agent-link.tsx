import { Link } from "@tanstack/react-router";
import { enterValue } from "../../../figures/address.ts";
import type { FigureRow } from "../../../figures/ask.ts";
import { useValueName } from "../../../figures/use-dimension-words.ts";
import { changeOf, useFigureState } from "../../../figures/use-figures.ts";

/** From an agent to what makes their replies take so long. */
export function AgentLink({ row, className }: { row: FigureRow; className?: string }) {
  const { search, state } = useFigureState();
  const valueName = useValueName();
  const agent = row.keys[0]!;
  const filters = enterValue(state.filters, "agent", agent.key);
  return (
    <Link
      to="/analytics/diagnosis"
      search={{ ...search, ...changeOf({ filters }), metric: "human.average_response", by: "intent" }}
      className={className}
    >
      {valueName("agent", agent)}
    </Link>
  );
}
