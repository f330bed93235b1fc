import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine, MakeEngine } from "./answer-engines.ts";
import type { Hit } from "./answer-metrics.ts";
import type { SetEntry } from "./answer-sets.ts";

/**
 * Others' engines beside ours, on the same rows. They are no dependency of the product: the bench fetches them from npm
 * when it runs, into a folder of their own. Where an engine takes a tokeniser it gets jieba's for Chinese; the rest is as
 * it comes.
 */
const versions = { minisearch: "7.2.0", flexsearch: "0.8.212", "@orama/orama": "3.1.18", "node-nlp": "4.27.0" };

export const peerNames = ["MiniSearch", "FlexSearch", "Orama", "nlp.js"] as const;
export type PeerName = (typeof peerNames)[number];

/** Fetched once; later runs find them. */
export function fetchPeers(): string {
  const home = join(tmpdir(), "yingda-bench-peers");
  const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`);
  const done = spawnSync(
    "npm",
    ["install", "--no-audit", "--no-fund", "--no-save", "--loglevel=error", "--prefix", home, ...wanted],
    {
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    },
  );
  if (done.status !== 0) throw new Error("The peers could not be fetched from npm; --without-peers does without them.");
  return home;
}

export function findPeer(home: string, name: PeerName): MakeEngine {
  const load = createRequire(join(home, "package.json"));
  return { MiniSearch: makeMiniSearch, FlexSearch: makeFlexSearch, Orama: makeOrama, "nlp.js": makeNlp }[name](load);
}

type Load = (name: string) => unknown;
type Language = "zh" | "en";

function makeMiniSearch(load: Load): MakeEngine {
  type Index = { addAll: (rows: object[]) => void; search: (text: string) => { id: number; score: number }[] };
  const MiniSearch = load("minisearch") as new (options: object) => Index;
  return ({ language }) => {
    let index: Index;
    let rows: Row[] = [];
    return {
      train: (entries) => {
        rows = rowsOf(entries);
        const searchOptions = { combineWith: "OR", fuzzy: false, prefix: false };
        const tokenize = (text: string) => cutWords(text, language);
        index = new MiniSearch({ fields: ["text"], tokenize, processTerm: (term: string) => term, searchOptions });
        index.addAll(rows.map(({ text }, id) => ({ id, text })));
      },
      query: (text, most) =>
        bestOfEach(
          index
            .search(text)
            .slice(0, most * 10)
            .map(({ id, score }) => ({ id: rows[id]!.id, score })),
          most,
        ),
    };
  };
}

function makeFlexSearch(load: Load): MakeEngine {
  type Index = { add: (id: number, text: string) => void; search: (text: string, options: object) => number[] };
  const { Index } = load("flexsearch") as { Index: new (options: object) => Index };
  return ({ language }) => {
    let index: Index;
    let rows: Row[] = [];
    return {
      train: (entries) => {
        rows = rowsOf(entries);
        index = new Index({ tokenize: "strict", encode: (text: string) => cutWords(text, language), context: false });
        for (const [id, { text }] of rows.entries()) index.add(id, text);
      },
      // It orders and says no score: the place stands for one.
      query: (text, most) => {
        const found = index.search(text, { limit: most * 10, suggest: true });
        return bestOfEach(
          found.map((id, place) => ({ id: rows[id]!.id, score: 1 / (place + 1) })),
          most,
        );
      },
    };
  };
}

function makeOrama(load: Load): MakeEngine {
  type Found = { hits: { document: { entry: string }; score: number }[] };
  const orama = load("@orama/orama") as {
    create: (options: object) => object;
    insertMultiple: (base: object, rows: object[], batch: number) => Promise<unknown>;
    search: (base: object, query: object) => Promise<Found>;
  };
  return ({ language }) => {
    let base: object;
    return {
      train: async (entries) => {
        const tokenize = (text: string, _: unknown, property: string) =>
          property === "entry" ? [text] : cutWords(text, language);
        const tokenizer = { language: "custom", normalizationCache: new Map(), tokenize };
        base = orama.create({ schema: { text: "string", entry: "string" }, components: { tokenizer } });
        await orama.insertMultiple(
          base,
          rowsOf(entries).map(({ id, text }) => ({ text, entry: id })),
          500,
        );
      },
      query: async (text, most) => {
        const { hits } = await orama.search(base, { term: text, properties: ["text"], limit: most * 10, threshold: 1 });
        return bestOfEach(
          hits.map(({ document, score }) => ({ id: document.entry, score })),
          most,
        );
      },
    };
  };
}

function makeNlp(load: Load): MakeEngine {
  type Classified = { classifications?: { intent: string; score: number }[] };
  type Classifier = {
    addDocument: (language: string, text: string, intent: string) => void;
    train: () => Promise<unknown>;
    process: (language: string, text: string) => Promise<Classified>;
  };
  const { NlpManager } = load("node-nlp") as { NlpManager: new (options: object) => Classifier };
  return ({ language }): Engine => {
    let classifier: Classifier;
    return {
      train: async (entries) => {
        const nlu = { log: false, useNoneFeature: true };
        const ner = { useDuckling: false };
        classifier = new NlpManager({
          languages: [language],
          forceNER: false,
          autoSave: false,
          autoLoad: false,
          nlu,
          ner,
        });
        for (const { id, text } of rowsOf(entries)) classifier.addDocument(language, text, id);
        await classifier.train();
      },
      query: async (text, most) => {
        const { classifications = [] } = await classifier.process(language, text);
        return classifications
          .slice(0, most)
          .filter(({ intent }) => intent !== "None")
          .map(({ intent, score }) => ({ id: intent, score }));
      },
    };
  };
}

type Row = { id: string; text: string };
const rowsOf = (entries: readonly SetEntry[]): Row[] =>
  entries.flatMap(({ id, questions }) => questions.map((text) => ({ id, text })));

function bestOfEach(hits: readonly Hit[], most: number): Hit[] {
  const best = new Map<string, number>();
  for (const { id, score } of hits) if (!((best.get(id) ?? Number.NEGATIVE_INFINITY) >= score)) best.set(id, score);
  const list = [...best].map(([id, score]) => ({ id, score }));
  return list.sort((a, b) => b.score - a.score).slice(0, most);
}

type Jieba = { cutForSearch: (text: string, hmm: boolean) => string[] };
let jieba: Jieba | undefined;

function cutWords(text: string, language: Language): string[] {
  const plain = text.normalize("NFKC").toLowerCase();
  if (language === "en") return plain.match(/[\p{L}\p{N}']+/gu) ?? [];
  return getJieba()
    .cutForSearch(plain, true)
    .map((word) => word.trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function getJieba(): Jieba {
  if (!jieba) {
    const load = createRequire(import.meta.resolve("@yingda/answering/segment"));
    const { Jieba } = load("@node-rs/jieba") as { Jieba: { withDict: (dict: Uint8Array) => Jieba } };
    jieba = Jieba.withDict((load("@node-rs/jieba/dict") as { dict: Uint8Array }).dict);
  }
  return jieba;
}
