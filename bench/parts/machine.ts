import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, release, totalmem } from "node:os";

/** What the figures were measured on, and what processes cost, from Linux's /proc. */

export function mustBeLinux(): void {
  if (process.platform === "linux") return;
  console.error("This bench reads /proc and gives every customer a loopback address of its own: it needs Linux.");
  process.exit(1);
}

export function describeMachine(): string {
  const [load] = loadavg();
  return [
    `${availableParallelism()} cores of ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `Linux ${release()}`,
    `Node ${process.version}`,
    `load before the start ${load!.toFixed(1)}`,
  ].join(", ");
}

const ticksPerSecond = 100;

type Usage = { parent: number; own: number; ofEndedChildren: number };

function readUsage(pid: number): Usage | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything; the numbers begin behind it, with field 3.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const sum = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) / ticksPerSecond;
    return { parent: Number(fields[1]), own: sum(11), ofEndedChildren: sum(13) };
  } catch {
    return null;
  }
}

export function listChildren(pid: number): number[] {
  return readdirSync("/proc")
    .map(Number)
    .filter((other) => other > 0 && readUsage(other)?.parent === pid);
}

/** CPU seconds of a process with its threads; with `children` also of what it started. */
export function cpuSeconds(pid: number, { children = false } = {}): number {
  const usage = readUsage(pid);
  if (!usage) return 0;
  if (!children) return usage.own;
  const living = listChildren(pid).reduce((sum, child) => sum + (readUsage(child)?.own ?? 0), 0);
  return usage.own + usage.ofEndedChildren + living;
}

/** Megabytes in memory. Pages that PostgreSQL's processes share are counted once (PSS). */
export function residentMb(pid: number, { children = false } = {}): number {
  const own = children ? [pid, ...listChildren(pid)] : [pid];
  return own.reduce(
    (sum, each) => sum + (children ? field(each, "smaps_rollup", "Pss") : field(each, "status", "VmRSS")),
    0,
  );
}

function field(pid: number, file: string, name: string): number {
  try {
    const text = readFileSync(`/proc/${pid}/${file}`, "utf8");
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(text)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
