import type { Near } from "@yingda/answering/nearness";
import { detectLanguage, readText } from "@yingda/answering/normalise";
import { rankEntries, toCandidate } from "@yingda/answering/rank";
import { embedTexts } from "../../server/src/models/embedding-call.ts";
import { findNearest, makeTable, packVector, type VectorTable } from "../../server/src/models/vectors.ts";
import { type MakeEngine, openKnowledge } from "./answer-engines.ts";
import type { SetEntry } from "./answer-sets.ts";

/**
 * The engine with an embedding model beside it, as the server puts them together, and that model by itself. Unlike there
 * nobody loses patience, and numbers are not hidden.
 */

const batchTexts = 64;
const nearestKept = 24;
const patienceMs = 120_000;

export type Embedder = (texts: readonly string[]) => Promise<Float32Array[]>;

/** Each text once: the same questions are asked of several engines. */
export function openEmbedder(baseUrl: string, model: string): Embedder {
  const known = new Map<string, Float32Array>();
  return async (texts) => {
    const missing = [...new Set(texts)].filter((text) => !known.has(text));
    for (let from = 0; from < missing.length; from += batchTexts) {
      const batch = missing.slice(from, from + batchTexts);
      const signal = AbortSignal.timeout(patienceMs);
      const { vectors } = await embedTexts({ baseUrl, key: null, model }, batch, signal);
      for (const [at, vector] of vectors.entries()) known.set(batch[at]!, vector);
    }
    return texts.map((text) => known.get(text)!);
  };
}

async function embedEntries(embed: Embedder, entries: readonly SetEntry[]): Promise<VectorTable> {
  const wordings = entries.flatMap(({ id, questions }) => questions.map((text) => ({ entryId: id, text })));
  const vectors = await embed(wordings.map(({ text }) => text));
  const table = await makeTable(
    wordings.map(({ entryId, text }, at) => ({
      ...{ entryId, language: detectLanguage(text), vector: packVector(vectors[at]!) },
    })),
  );
  if (!table) throw new Error("There is nothing to embed.");
  return table;
}

export function makeBeside(embed: Embedder): MakeEngine {
  return () => {
    let index: ReturnType<typeof openKnowledge>;
    let table: VectorTable;
    return {
      train: async (entries) => {
        index = openKnowledge(entries);
        table = await embedEntries(embed, entries);
      },
      query: async (text, most) => {
        const [vector] = await embed([text]);
        const cosines = await findNearest(table, packVector(vector!), nearestKept);
        const scale = table.scales[detectLanguage(text)];
        const near: Near | undefined = scale ? { cosines, scale } : undefined;
        return rankEntries(index, readText(text), { near })
          .slice(0, most)
          .map((ranked) => toCandidate(index, ranked))
          .map(({ entryId, score }) => ({ id: entryId, score }));
      },
    };
  };
}

export function makeAlone(embed: Embedder): MakeEngine {
  return () => {
    let table: VectorTable;
    return {
      train: async (entries) => {
        table = await embedEntries(embed, entries);
      },
      query: async (text, most) => {
        const [vector] = await embed([text]);
        const nearest = await findNearest(table, packVector(vector!), most);
        return [...nearest].map(([id, score]) => ({ id, score }));
      },
    };
  };
}
