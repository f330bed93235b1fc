import type { WallAgent } from "@yingda/contract/live";
import { useTranslation } from "react-i18next";
import { ClockIcon } from "../../ui/icons.tsx";
import { StatusDot } from "../../ui/status-dot.tsx";

/** More than this many are shown without their seats drawn one by one. */
const drawnSeats = 12;
/** Few stand large, many close together. */
const sizeOf = (agents: number) => (agents <= 8 ? "wall-agents-few" : agents > 15 ? "wall-agents-dense" : undefined);

export function AgentStrip({ agents }: { agents: WallAgent[] }) {
  const { t } = useTranslation("wall");
  return (
    <section className="wall-panel wall-agents" aria-label={t("agent.title")}>
      <h2>{t("agent.title")}</h2>
      {agents.length === 0 ? (
        <p className="wall-nothing">{t("agent.none")}</p>
      ) : (
        <ul className={sizeOf(agents.length)}>
          {agents.map((agent) => (
            <Agent key={agent.id} agent={agent} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Agent({ agent: { name, status, inHand, capacity, slow } }: { agent: WallAgent }) {
  const { t } = useTranslation("wall");
  return (
    <li className={inHand >= capacity ? "wall-agent wall-agent-full" : "wall-agent"}>
      <span className="wall-agent-name">
        <StatusDot status={status} hasWord={false} />
        <span>{name}</span>
      </span>
      <span className="wall-agent-load">{t("agent.load", { inHand, capacity })}</span>
      {slow > 0 && (
        <span className="wall-agent-slow">
          <ClockIcon size="1em" />
          {t("agent.slow", { count: slow })}
        </span>
      )}
      <Seats taken={inHand} capacity={capacity} />
    </li>
  );
}

function Seats({ taken, capacity }: { taken: number; capacity: number }) {
  if (capacity > drawnSeats) {
    return (
      <span className="wall-seats" aria-hidden="true">
        <span className="wall-seats-bar">
          <span style={{ width: `${Math.min(100, (100 * taken) / capacity)}%` }} />
        </span>
      </span>
    );
  }
  // Who has taken over more than their capacity has more than their seats.
  const seats = Math.max(taken, capacity);
  return (
    <span className="wall-seats" aria-hidden="true">
      {Array.from({ length: seats }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: seats are alike
        <i key={i} className={i < taken ? "wall-seat-taken" : undefined} />
      ))}
    </span>
  );
}
