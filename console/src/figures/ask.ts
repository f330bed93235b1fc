import type { Figure, GroupKey, MetricWords } from "@yingda/contract/figures";
import { routes } from "@yingda/contract/routes";
import type { FigureQuery, FigureReply } from "@yingda/contract/routes/figures";
import { ApiError, call } from "../api.ts";

/**
 * Asks for figures by name rather than by place. Metrics of different facts cannot all be filtered and cut alike: where
 * the server refuses the question as a whole, each is asked by itself, and those that it does not fit are named.
 */

export type Pair = { now: Figure; before: Figure | null };
export type FigureRow = { id: string; keys: GroupKey[]; figures: ReadonlyMap<string, Pair> };
export type Figures = {
  words: ReadonlyMap<string, MetricWords>;
  /** Metrics that cannot be filtered or cut this way. */
  unfit: readonly string[];
  total: ReadonlyMap<string, Pair>;
  rows: FigureRow[];
  rowCount: number;
};

export async function askFigures(query: FigureQuery, signal?: AbortSignal): Promise<Figures> {
  try {
    return byName(await call(routes.queryFigures, query, signal));
  } catch (error) {
    const mayFitAlone = query.metrics.length > 1 || !!query.filters?.length || !!query.dimensions?.length;
    if (!isRefused(error) || !mayFitAlone) throw error;
    return askEach(query, signal);
  }
}

async function askEach(query: FigureQuery, signal?: AbortSignal): Promise<Figures> {
  const answers = await Promise.all(
    query.metrics.map(async (metric) => {
      const alone = {
        ...query,
        metrics: [metric],
        orderBy: query.orderBy?.metric === metric ? query.orderBy : undefined,
      };
      try {
        return { metric, figures: byName(await call(routes.queryFigures, alone, signal)) };
      } catch (error) {
        if (!isRefused(error)) throw error;
        return { metric, figures: null };
      }
    }),
  );
  const unfit = answers.filter(({ figures }) => figures === null).map(({ metric }) => metric);
  const nameless = unfit.length === 0 ? null : await askNames(unfit, query, signal);
  // Rows come in the order of the figure that they are sorted by.
  const leading = query.orderBy?.metric ?? query.metrics[0];
  const ordered = answers.toSorted((a, b) => Number(b.metric === leading) - Number(a.metric === leading));
  return merge([...ordered.flatMap(({ figures }) => figures ?? []), ...(nameless ? [nameless] : [])], unfit);
}

/** Only what they are called: the day is of no matter. */
async function askNames(metrics: string[], { window }: FigureQuery, signal?: AbortSignal): Promise<Figures> {
  const day = { from: window.to, to: window.to };
  const { words } = byName(await call(routes.queryFigures, { metrics, window: day }, signal));
  return { words, unfit: metrics, total: new Map(), rows: [], rowCount: 0 };
}

const isRefused = (error: unknown) => error instanceof ApiError && error.code === "invalid_input";

export function byName(reply: FigureReply): Figures {
  const keys = reply.metrics.map(({ key }) => key);
  const pair = (now: Figure[], before: Figure[] | null) =>
    new Map(keys.map((key, i) => [key, { now: now[i]!, before: before?.[i] ?? null }]));
  return {
    words: new Map(reply.metrics.map((words) => [words.key, words])),
    unfit: [],
    total: pair(reply.total.now, reply.total.before),
    rows: reply.rows.map((row) => ({ id: idOf(row.keys), keys: row.keys, figures: pair(row.now, row.before) })),
    rowCount: reply.rowCount,
  };
}

const idOf = (keys: readonly GroupKey[]): string => JSON.stringify(keys.map(({ key }) => key));

export function merge(parts: readonly Figures[], unfit: readonly string[]): Figures {
  const rows = new Map<string, FigureRow>();
  for (const row of parts.flatMap((part) => part.rows)) {
    const known = rows.get(row.id);
    rows.set(row.id, known ? { ...known, figures: new Map([...known.figures, ...row.figures]) } : row);
  }
  return {
    words: new Map(parts.flatMap(({ words }) => [...words])),
    unfit,
    total: new Map(parts.flatMap(({ total }) => [...total])),
    rows: [...rows.values()],
    rowCount: Math.max(rows.size, ...parts.map(({ rowCount }) => rowCount)),
  };
}
