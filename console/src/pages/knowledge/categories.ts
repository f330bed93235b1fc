/** "售后/退款" with its count, as it comes. */
export type CategoryCount = { name: string; entries: number };
/** A category with those below it; `entries` counts them all. */
export type CategoryNode = { name: string; path: string; entries: number; children: CategoryNode[] };

/** Two levels at most; a parent that has no entries of its own is there all the same. */
export function growTree(counts: readonly CategoryCount[], language: string): CategoryNode[] {
  const roots = new Map<string, CategoryNode>();
  for (const { name, entries } of counts) {
    const slash = name.indexOf("/");
    const rootName = slash < 0 ? name : name.slice(0, slash);
    const root = roots.get(rootName) ?? { name: rootName, path: rootName, entries: 0, children: [] };
    roots.set(rootName, root);
    root.entries += entries;
    if (slash >= 0) root.children.push({ name: name.slice(slash + 1), path: name, entries, children: [] });
  }
  const byName = (a: CategoryNode, b: CategoryNode) => a.name.localeCompare(b.name, language);
  for (const root of roots.values()) root.children.sort(byName);
  return [...roots.values()].sort(byName);
}
