import { parentPort, workerData } from "node:worker_threads";
import type { LogImport, LogMapping } from "@yingda/contract/routes/imports";
import type { MeasureSettings } from "@yingda/measures/settings";
import { AppError } from "../platform/errors.ts";
import { asPast, type Past, type Placing } from "./as-events.ts";
import { makeComplaints } from "./bad-rows.ts";
import { cut, makeFieldFinder } from "./fields.ts";
import { guessMapping } from "./guess.ts";
import { type LoggedConversation, readConversations } from "./read-log.ts";
import { readRecords } from "./records.ts";
import { type LogSource, openSource } from "./source.ts";
import { makeTally } from "./tally.ts";
import { makeTimeReader } from "./times.ts";

// Reads a log away from the thread that serves people: a large one is minutes of their time in small pieces.

export type Survey = { task: "survey"; bytes: Uint8Array; fileName: string; nowMs: number };
export type Surveyed = { source: Omit<LogSource, "bytes">; rows: number } & Pick<LogImport, "fields" | "guess">;

export type Reading = {
  task: "read";
  source: LogSource;
  mapping: LogMapping;
  placing: Placing;
  timeZone: string;
  settings: MeasureSettings;
  nowMs: number;
  /** Conversations at the beginning that nobody needs again; they are counted all the same. */
  skip: number;
};
export type Read = Pick<LogImport, "badRows" | "sample"> & {
  statistics: NonNullable<LogImport["statistics"]>;
  rows: number;
  bad: number;
};

/** After each pile the reader waits for a word, so that it is never far ahead of the database. */
export type Word =
  | { pile: Past[] }
  | { surveyed: Surveyed }
  | { read: Read }
  | { refusal: { code: AppError["code"]; message: string; details: AppError["details"] } };

const conversationsPerPile = 200;
const sampleConversations = 5;
const sampleMessages = 12;
const sampleCharacters = 400;

const port = parentPort!;
const say = (word: Word) => port.postMessage(word);
let goOn = () => {};
port.on("message", () => goOn());

async function survey({ bytes, fileName, nowMs }: Survey): Promise<Surveyed> {
  const source = await openSource(bytes);
  const finder = makeFieldFinder();
  let rows = 0;
  for await (const record of readRecords(source)) {
    rows += 1;
    finder.see(record);
  }
  const samples = finder.list();
  const { format, encoding } = source;
  const guess = guessMapping(samples, { fileName, nowMs });
  return { source: { format, encoding }, fields: samples.map(({ field }) => field), guess, rows };
}

async function read({ source, mapping, placing, timeZone, settings, nowMs, skip }: Reading): Promise<Read> {
  const complaints = makeComplaints();
  const tally = makeTally(settings);
  const sample: Read["sample"] = [];
  const readTime = makeTimeReader(timeZone, nowMs);
  let rows = 0;
  let left = skip;
  let pile: Past[] = [];
  const hand = async () => {
    const isHeard = new Promise<void>((heard) => {
      goOn = heard;
    });
    say({ pile });
    pile = [];
    await isHeard;
  };
  const countRow = () => {
    rows += 1;
  };
  for await (const logged of readConversations(source, { mapping, readTime, complaints, countRow })) {
    const past = asPast(logged, placing);
    tally.add(past, logged);
    if (sample.length < sampleConversations) sample.push(show(logged, past));
    if (left-- > 0) continue;
    pile.push(past);
    if (pile.length === conversationsPerPile) await hand();
  }
  if (pile.length > 0) await hand();
  return { rows, bad: complaints.count(), badRows: complaints.list(), statistics: tally.sum(), sample };
}

function show({ key, said, isTimed }: LoggedConversation, { conversation }: Past): Read["sample"][number] {
  return {
    conversation: key,
    conversationId: conversation.conversationId,
    messageCount: said.length,
    messages: said.slice(0, sampleMessages).map(({ by, agent, atMs, text }) => ({
      by,
      agent,
      at: isTimed ? new Date(atMs!).toISOString() : null,
      text: cut(text, sampleCharacters),
    })),
  };
}

const work = workerData as Survey | Reading;
try {
  say(work.task === "survey" ? { surveyed: await survey(work) } : { read: await read(work) });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  const { code, message, details } = error;
  say({ refusal: { code, message, details } });
}
port.close();
