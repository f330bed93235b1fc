import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A V8 CPU profile in words: what the time was spent in itself, and on whose behalf. */

type Node = {
  id: number;
  callFrame: { functionName: string; url: string; lineNumber: number };
  children?: number[];
};
type Profile = { nodes: Node[]; samples: number[]; timeDeltas: number[] };

const shown = 28;

export function describeProfile(file: string, checkout: string): string {
  const { nodes, samples, timeDeltas }: Profile = JSON.parse(readFileSync(file, "utf8"));
  const own = new Map<number, number>();
  for (const [i, id] of samples.entries()) add(own, id, timeDeltas[i]!);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const idle = sum(nodes.filter((node) => nameOf(node) === "(idle)").map((node) => own.get(node.id) ?? 0));
  const busy = sum([...own.values()]) - idle;

  const selfOf = new Map<string, number>();
  const roomOf = new Map<string, number>();
  const wholeOf = new Map<string, number>();
  walk(byId.get(nodes[0]!.id)!, new Set());

  return [
    `Busy ${(busy / 1e6).toFixed(1)} s, idle ${(idle / 1e6).toFixed(1)} s. Share of the busy time:`,
    `by place, itself\n${top(roomOf)}`,
    `by function, itself\n${top(selfOf)}`,
    `by function of this project, with all it calls\n${top(wholeOf)}`,
  ].join("\n\n");

  function walk(node: Node, above: ReadonlySet<string>): number {
    const place = placeOf(node, checkout);
    const name = nameOf(node);
    const self = name === "(idle)" ? 0 : (own.get(node.id) ?? 0);
    const label = `${name} ${place}:${node.callFrame.lineNumber + 1}`;
    const isOurs = /^(server|answering|contract|measures)\//.test(place);
    const inner = above.has(label) || !isOurs ? above : new Set([...above, label]);
    const whole = self + sum((node.children ?? []).map((id) => walk(byId.get(id)!, inner)));
    add(selfOf, label, self);
    add(roomOf, place || name, self);
    if (isOurs && !above.has(label)) add(wholeOf, label, whole);
    return whole;
  }

  function top(shares: Map<string, number>): string {
    return [...shares]
      .sort((a, b) => b[1] - a[1])
      .slice(0, shown)
      .map(([label, us]) => `${((100 * us) / busy).toFixed(1).padStart(6)} %  ${label}`)
      .join("\n");
  }
}

const nameOf = ({ callFrame }: Node) => callFrame.functionName || "(anonymous)";

function placeOf({ callFrame: { url } }: Node, checkout: string): string {
  const path = url.startsWith("file://") ? fileURLToPath(url) : url;
  return path.replace(`${checkout}/`, "").replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+)\/.*$/, "npm $1");
}

function add<Key>(totals: Map<Key, number>, key: Key, value: number): void {
  totals.set(key, (totals.get(key) ?? 0) + value);
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
