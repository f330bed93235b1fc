import { AnswerTable } from "./answer-table.ts";
import { FeatureTable } from "./feature-table.ts";
import { FormTable } from "./form-table.ts";
import { type Reading, readText } from "./normalise.ts";
import { packSections, packStrings } from "./snapshot.ts";
import type { Entry } from "./types.ts";

/**
 * Packs knowledge into one transferable buffer (about 1 kB per question; made for a worker).
 * A *form* is one wording of an entry: its question or a similar question. Entries are taken in the order of their ids,
 * so the order they come in has no influence.
 */

export function buildIndex(source: Iterable<Entry>): ArrayBuffer {
  const tables = new IndexTables();
  for (const entry of distinctEntries(source)) tables.add(entry);
  return tables.pack();
}

/** What an index is made of, entry after entry. */
export class IndexTables {
  readonly features = new FeatureTable();
  readonly forms = new FormTable(this.features);
  readonly answers = new AnswerTable(this.features);
  readonly #ids: string[] = [];
  readonly #formEnds: number[] = [];

  get entryCount() {
    return this.#ids.length;
  }

  add(entry: Entry) {
    for (const { text, reading } of listForms(entry)) this.forms.add(text, reading, this.entryCount);
    this.answers.add(entry.answer);
    this.close(entry.id);
  }

  /** The entry's wordings and answer are in. */
  close(id: string) {
    this.#ids.push(id);
    this.#formEnds.push(this.forms.count);
  }

  pack(): ArrayBuffer {
    const ids = packStrings(this.#ids);
    const formStarts = new Uint32Array([0, ...this.#formEnds]);
    const { idf, weights } = this.features.weigh(this.entryCount);
    return packSections({
      idUnits: ids.units,
      idStarts: ids.starts,
      formStarts,
      questionHashes: Uint32Array.from(this.#ids, (_, i) => this.forms.hashCoreAt(formStarts[i]!)),
      ...this.features.toSections(idf),
      ...this.forms.toSections(weights, idf),
      ...this.answers.toSections(),
    });
  }
}

/** Each id once, in order. */
export function distinctEntries(source: Iterable<Entry>): Entry[] {
  const byId = new Map<string, Entry>();
  for (const entry of source) {
    const other = byId.get(entry.id);
    if (!other || entry.question < other.question) byId.set(entry.id, entry);
  }
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The main question is always the first form, even if nothing of it can be searched. */
function listForms(entry: Entry): { text: string; reading: Reading }[] {
  const forms = new Map<string, { text: string; reading: Reading }>();
  for (const text of [entry.question, ...firstSentence(entry.question), ...[...entry.similar].sort()]) {
    const reading = readText(text);
    if (forms.size > 0 && (reading.core === "" || forms.has(reading.core))) continue;
    forms.set(reading.core, { text, reading });
  }
  return [...forms.values()];
}

/** "积分怎么用？能抵多少钱？" is asked by its first half too; later halves lack their subject. */
function firstSentence(question: string): string[] {
  const [first = "", ...others] = question.split(/[?？!！。;；]+/u).filter((part) => part.trim() !== "");
  return others.length > 0 && first.length >= 4 ? [first] : [];
}
