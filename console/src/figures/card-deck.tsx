import { Skeleton } from "antd";
import { AfterAWhile, ErrorState } from "../ui/states.tsx";
import { useFormat } from "../ui/use-format.ts";
import { MetricCard } from "./metric-card.tsx";
import { useFigureState, useFigures, useSetFigureSearch } from "./use-figures.ts";

/** A metric's key, or a metric and its variants, the usual one first. */
export type CardChoice = string | readonly [string, ...string[]];

const keysOf = (choice: CardChoice): readonly string[] => (typeof choice === "string" ? [choice] : choice);

/** The figures of a page side by side. Which variants are shown stands in the address, like everything else. */
export function CardDeck({ cards }: { cards: readonly CardChoice[] }) {
  const { language } = useFormat();
  const { search } = useFigureState();
  const set = useSetFigureSearch();
  const inUse = search.use?.split(",") ?? [];
  // Every variant is asked for: choosing one must not wait.
  const answer = useFigures({ metrics: cards.flatMap(keysOf) });

  if (answer.isError && !answer.data) return <ErrorState error={answer.error} retry={answer.refetch} />;
  if (!answer.data) return <DeckSkeleton size={cards.length} />;
  const { words, total } = answer.data;
  return (
    <div className={answer.isPlaceholderData ? "figures-deck figures-stale" : "figures-deck"}>
      {cards.map((choice) => {
        const keys = keysOf(choice);
        const shown = keys.find((key) => inUse.includes(key)) ?? keys[0]!;
        const metric = words.get(shown);
        if (!metric) return null;
        return (
          <MetricCard
            key={keys[0]}
            words={metric}
            pair={total.get(shown)}
            variants={keys.map((key) => ({ key, name: words.get(key)?.name[language] ?? key }))}
            choose={(key) => {
              const others = inUse.filter((one) => !keys.includes(one));
              const next = key === keys[0] ? others : [...others, key];
              set({ use: next.length > 0 ? next.join(",") : undefined }, { replace: true });
            }}
          />
        );
      })}
    </div>
  );
}

function DeckSkeleton({ size }: { size: number }) {
  return (
    <AfterAWhile>
      <div className="figures-deck" aria-busy="true">
        {Array.from({ length: size }, (_, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grey boxes have no identity
          <div key={i} className="panel figures-card">
            <Skeleton active title={{ width: "60%" }} paragraph={{ rows: 2 }} />
          </div>
        ))}
      </div>
    </AfterAWhile>
  );
}
