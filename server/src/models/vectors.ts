import { setImmediate as letOthersRun } from "node:timers/promises";
import { fitNearScale, type NearSample, type NearScale } from "@yingda/answering/nearness";
import type { Language } from "@yingda/answering/types";

/**
 * A shop's wordings as vectors, in memory: one signed byte for each number, since the cosine of two of them is then off
 * by less than a hundredth, in a quarter of the room. Looked through whole, in slices, so that nobody else waits.
 */
export type PackedVector = { bytes: Int8Array; step: number };
export type VectorTable = {
  entryIds: readonly string[];
  /** By wording. */
  entryOf: Uint32Array;
  rows: Int8Array;
  steps: Float32Array;
  width: number;
  /**
   * Of each language by itself: a model may tell English apart and find all Chinese alike. null: too few wordings to tell
   * what a cosine means, or the model tells nothing apart.
   */
  scales: Readonly<Record<Language, NearScale | null>>;
  /** Languages with wordings enough to judge by that the model tells nothing apart in. */
  unheard: readonly Language[];
};

const sliceProducts = 2_000_000;

export function packVector(vector: Float32Array): PackedVector {
  let largest = 0;
  for (const each of vector) largest = Math.max(largest, Math.abs(each));
  const step = largest / 127 || 1;
  return { bytes: Int8Array.from(vector, (each) => Math.round(each / step)), step };
}

type Wording = { entryId: string; language: Language; vector: PackedVector };
type Rows = Omit<VectorTable, "scales" | "unheard">;
const languages = ["zh", "en"] as const;

/** All vectors have the same width: they are of one model. */
export async function makeTable(wordings: readonly Wording[]): Promise<VectorTable | null> {
  if (!wordings[0]?.vector.bytes.length) return null;
  const scales: Record<Language, NearScale | null> = { zh: null, en: null };
  const unheard: Language[] = [];
  for (const language of languages) {
    // The same said in another language is no rival.
    const own = wordings.filter((one) => one.language === language);
    if (own.length === 0) continue;
    scales[language] = fitNearScale(await takeSamples(layOut(own)));
    if (!scales[language] && own.length >= enoughToJudge) unheard.push(language);
  }
  return { ...layOut(wordings), scales, unheard };
}

function layOut(wordings: readonly Wording[]): Rows {
  const width = wordings[0]!.vector.bytes.length;
  const entryIds = [...new Set(wordings.map(({ entryId }) => entryId))];
  const numberOf = new Map(entryIds.map((entryId, number) => [entryId, number]));
  const rows = new Int8Array(wordings.length * width);
  for (const [at, { vector }] of wordings.entries()) rows.set(vector.bytes.subarray(0, width), at * width);
  return {
    entryIds,
    entryOf: Uint32Array.from(wordings, ({ entryId }) => numberOf.get(entryId)!),
    rows,
    steps: Float32Array.from(wordings, ({ vector }) => vector.step),
    width,
  };
}

const enoughToJudge = 20;

/** The cosine of a vector with every wording. */
async function compare(
  { rows, steps, width }: Pick<VectorTable, "rows" | "steps" | "width">,
  { bytes, step }: PackedVector,
): Promise<Float32Array> {
  const asked = Int32Array.from(bytes);
  const cosines = new Float32Array(steps.length);
  const slice = Math.max(1, Math.floor(sliceProducts / width));
  for (let from = 0; from < cosines.length; from += slice) {
    if (from > 0) await letOthersRun();
    const to = Math.min(cosines.length, from + slice);
    for (let wording = from, place = from * width; wording < to; wording++) {
      // Four sums at once: the processor need not wait for one to begin the next.
      let [a, b, c, d] = [0, 0, 0, 0];
      const end = width & ~3;
      for (let at = 0; at < end; at += 4, place += 4) {
        a = (a + Math.imul(asked[at]!, rows[place]!)) | 0;
        b = (b + Math.imul(asked[at + 1]!, rows[place + 1]!)) | 0;
        c = (c + Math.imul(asked[at + 2]!, rows[place + 2]!)) | 0;
        d = (d + Math.imul(asked[at + 3]!, rows[place + 3]!)) | 0;
      }
      for (let at = end; at < width; at++, place++) a = (a + Math.imul(asked[at]!, rows[place]!)) | 0;
      cosines[wording] = (a + b + c + d) * step * steps[wording]!;
    }
  }
  return cosines;
}

/** The nearest entries, each by its nearest wording, nearest first. */
export async function findNearest(
  table: VectorTable,
  vector: PackedVector,
  limit: number,
): Promise<Map<string, number>> {
  if (vector.bytes.length !== table.width) return new Map();
  const best = bestByEntry(table, await compare(table, vector));
  const nearest = [...best.keys()].sort((a, b) => best[b]! - best[a]! || a - b).slice(0, limit);
  return new Map(nearest.map((entry) => [table.entryIds[entry]!, best[entry]!]));
}

function bestByEntry({ entryIds, entryOf }: Rows, cosines: Float32Array): Float32Array {
  const best = new Float32Array(entryIds.length).fill(none);
  for (let at = 0; at < cosines.length; at++) best[entryOf[at]!] = Math.max(best[entryOf[at]!]!, cosines[at]!);
  return best;
}

/** Below every cosine. */
const none = -2;
const mostSamples = 200;
const fewestSamples = 30;
const sampleProducts = 400_000_000;
const othersLooked = 10;

/** Wordings spread evenly over the knowledge, each held against all. */
async function takeSamples(table: Rows): Promise<NearSample[]> {
  const { entryOf, rows, steps, width, entryIds } = table;
  const wordings = steps.length;
  const affordable = Math.floor(sampleProducts / Math.max(1, rows.length));
  const count = Math.min(wordings, mostSamples, Math.max(fewestSamples, affordable));
  const samples: NearSample[] = [];
  for (let n = 0; n < count; n++) {
    const one = Math.floor((n * wordings) / count);
    const mine = entryOf[one]!;
    const bytes = rows.subarray(one * width, (one + 1) * width);
    const cosines = await compare(table, { bytes, step: steps[one]! });
    // Itself is no answer to itself.
    cosines[one] = none;
    const best = bestByEntry(table, cosines);
    const own = best[mine]!;
    best[mine] = none;
    const nearest = best
      .toSorted()
      .reverse()
      .slice(0, Math.min(othersLooked, entryIds.length - 1));
    samples.push({ own: own === none ? null : own, others: [...nearest] });
  }
  return samples;
}
