import { listByEntry } from "./answer-table.ts";
import { commonMark } from "./feature-table.ts";
import { distinctEntries, IndexTables } from "./index-build.ts";
import { entryIdAt, featureWordAt, type KnowledgeIndex, openSections } from "./index-open.ts";
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
  const copyEntry = copier(old, tables);
  const gone = new Set(removed);
  const fresh = distinctEntries(changed);
  let next = 0;
  for (let entry = 0; entry < old.entryCount; entry++) {
    const id = entryIdAt(old, entry);
    while (next < fresh.length && fresh[next]!.id < id) tables.add(fresh[next++]!);
    if (fresh[next]?.id === id) tables.add(fresh[next++]!);
    else if (!gone.has(id)) copyEntry(entry, id);
  }
  while (next < fresh.length) tables.add(fresh[next++]!);
  return tables.pack();
}

function copier(old: KnowledgeIndex, tables: IndexTables): (entry: number, id: string) => void {
  const { sections } = old;
  const { featureHashes, featureKinds, formStarts, answerHashes } = sections;
  const answers = listByEntry(sections, old.entryCount);
  /** 0 until it is met. */
  const numbers = new Uint32Array(featureHashes.length);
  const toNumber = (feature: number): number => {
    if (numbers[feature] === 0) {
      const kind = featureKinds[feature]!;
      const text = featureWordAt(sections, feature);
      const isCommon = (kind & commonMark) !== 0;
      const known = { hash: featureHashes[feature]!, kind: (kind & ~commonMark) as Kind, count: 1, isCommon, text };
      numbers[feature] = tables.features.note(known, -1) + 1;
    }
    return numbers[feature]! - 1;
  };
  return (entry, id) => {
    for (let form = formStarts[entry]!; form < formStarts[entry + 1]!; form++)
      tables.forms.copy(sections, form, tables.entryCount, toNumber);
    tables.answers.copy(answers[entry]!, answerHashes[entry]!, toNumber);
    tables.close(id);
  };
}
