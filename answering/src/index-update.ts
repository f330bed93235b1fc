import { listByEntry } from "./answer-table.ts";
import { commonMark } from "./feature-table.ts";
import { distinctEntries, IndexTables } from "./index-build.ts";
import { featureWordAt, type KnowledgeIndex, listEntryIds, openSections } from "./index-open.ts";
import type { Kind } from "./segment.ts";
import type { Entry } from "./types.ts";

/** What became of the knowledge since a snapshot was made. An id that is in both is changed. */
export type Changes = { changed: readonly Entry[]; removed: readonly string[] };

/**
 * The same index as `buildIndex` would make of the knowledge now, without reading again what has not changed: all but the
 * changed entries are copied, and only rarities and weights are worked out anew. Throws when the snapshot was made by
 * another version of the library.
 */
export function updateIndex(snapshot: ArrayBuffer, { changed, removed }: Changes): ArrayBuffer {
  const old = openSections(snapshot);
  const tables = new IndexTables();
  const ids = listEntryIds(snapshot);
  const copyEntries = copier(old, ids, tables);
  const gone = new Set(removed);
  const fresh = distinctEntries(changed);
  let next = 0;
  /** From here on what stays has not been copied yet: it is, in one piece, when something else comes between. */
  let from = 0;
  for (const [entry, id] of ids.entries()) {
    const isNewBefore = next < fresh.length && fresh[next]!.id <= id;
    if (!isNewBefore && !gone.has(id)) continue;
    copyEntries(from, entry);
    from = entry;
    while (next < fresh.length && fresh[next]!.id < id) tables.add(fresh[next++]!);
    const isChanged = fresh[next]?.id === id;
    if (isChanged) tables.add(fresh[next++]!);
    if (isChanged || gone.has(id)) from = entry + 1;
  }
  copyEntries(from, old.entryCount);
  while (next < fresh.length) tables.add(fresh[next++]!);
  return tables.pack();
}

function copier(
  old: KnowledgeIndex,
  ids: readonly string[],
  tables: IndexTables,
): (first: number, end: number) => void {
  const { sections } = old;
  const { featureHashes, featureKinds, formStarts, answerHashes } = sections;
  const answers = listByEntry(sections, old.entryCount);
  /** 0 until it is met. */
  const numbers = new Uint32Array(featureHashes.length);
  const number = (feature: number): number => {
    const kind = featureKinds[feature]!;
    const text = featureWordAt(sections, feature);
    const isCommon = (kind & commonMark) !== 0;
    const known = { hash: featureHashes[feature]!, kind: (kind & ~commonMark) as Kind, count: 1, isCommon, text };
    return tables.features.note(known, -1) + 1;
  };
  const toNumber = (feature: number): number => {
    if (numbers[feature] === 0) numbers[feature] = number(feature);
    return numbers[feature]! - 1;
  };
  return (first, end) => {
    tables.forms.copyTexts(sections, formStarts[first]!, formStarts[end]!);
    for (let entry = first; entry < end; entry++) {
      for (let form = formStarts[entry]!; form < formStarts[entry + 1]!; form++)
        tables.forms.copyNumbers(sections, form, tables.entryCount, toNumber);
      tables.answers.copy(answers, entry, answerHashes[entry]!, toNumber);
      tables.close(ids[entry]!);
    }
  };
}
