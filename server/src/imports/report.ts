import type { LogImport, LogMapping } from "@yingda/contract/routes/imports";

/** An import in words, for the command. */

const badRowsPrinted = 20;

type Report = Pick<LogImport, "counts" | "badRows"> & { statistics: NonNullable<LogImport["statistics"]> };

export function describeMapping({ actors, ...places }: LogMapping): string {
  const lines = Object.entries(places).map(([place, field]) => `  ${place.padEnd(14)} ${field}`);
  const who = Object.entries(actors).map(([actor, values]) => `  ${actor.padEnd(14)} ${values.join(", ") || "–"}`);
  return ["Mapping", ...lines, "Who is who", ...who, ""].join("\n");
}

export function describeImport(
  { counts, statistics: s, badRows }: Report,
  { isPreview }: { isPreview: boolean },
): string {
  const fresh = counts.conversations - counts.alreadyHere;
  const bad = badRows
    .slice(0, badRowsPrinted)
    .map(({ row, field, value, reason }) => `  row ${row}  ${field}  ${reason}  ${JSON.stringify(value)}`);
  if (counts.bad > bad.length && bad.length > 0) bad.push(`  … and ${counts.bad - bad.length} more`);
  const lines: [string, number | null, string?][] = [
    ["rows", counts.rows],
    ["conversations", s.conversations],
    ["  without times", s.untimedConversations],
    ["messages", s.messages],
    ["  customers'", s.customerMessages],
    ["  agents'", s.agentMessages],
    ["  bot's", s.botMessages],
    ["agents", s.agents],
    ["customer turns", s.customerTurns],
    ["  answered", s.answeredTurns],
    ["  unanswered", s.unansweredTurns],
    ["mean response", s.meanResponseSeconds, "s"],
    ["  median", s.medianResponseSeconds, "s"],
    ["  P90", s.p90ResponseSeconds, "s"],
    ["  unanswered = 600 s", s.meanWithUnansweredSeconds, "s"],
    ["first response", s.meanFirstResponseSeconds, "s"],
    ["  median", s.medianFirstResponseSeconds, "s"],
    ["ratings", s.ratings],
  ];
  return [
    ...lines.map(
      ([name, value, unit]) =>
        `${name.padEnd(22)}${show(value).padStart(14)}${value !== null && unit ? ` ${unit}` : ""}`,
    ),
    "",
    `${isPreview ? "Would bring in" : "Brought in"} ${fresh} new conversations; ${counts.alreadyHere} were here already, ${counts.grown} of them have grown and ${isPreview ? "would be" : "were"} replaced.`,
    counts.bad === 0 ? "No bad rows." : `${counts.bad} bad rows:`,
    ...bad,
  ].join("\n");
}

const show = (value: number | null): string => (value === null ? "—" : String(Math.round(value * 1000) / 1000));
