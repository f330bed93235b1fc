type Path = (string | number)[];
type Issue = { path: PropertyKey[]; message: string };
type Schema = { safeParse: (value: unknown) => { success: boolean; error?: { issues: Issue[] } } };

/** What the contract has against a value, found by where it is: the same checks that the server makes, while one types. */
export function readFaults(schema: Schema, value: unknown) {
  const issues = schema.safeParse(value).error?.issues ?? [];
  const isAt = ({ path }: Issue, where: Path) => where.every((step, i) => path[i] === step);
  return {
    isNone: issues.length === 0,
    /** The code of the first fault at this place or inside it. */
    at: (where: Path) => issues.find((issue) => isAt(issue, where))?.message ?? null,
    /** Of a list at this place: the faults of its items, by number. */
    below: (where: Path): ReadonlyMap<number, string> =>
      new Map(
        issues
          .filter((issue) => isAt(issue, where) && typeof issue.path[where.length] === "number")
          .map(({ path, message }) => [path[where.length] as number, message]),
      ),
  };
}
