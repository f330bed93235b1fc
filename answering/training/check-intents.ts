/**
 * How well the classifiers of src/intents do, and whether their figures are probabilities: of all sayings that got 70–80 %,
 * seven or eight in ten should be right. Judged on held-out examples of our own (five folds), and on files that export
 * `sayings: {text, intent}[]`, which the classifier never learns from.
 *
 *   node answering/training/check-intents.ts packs/src/demo-shop/intents.ts
 *
 * The figures of `isClear` (conversation.ts) and both `sharpness` come from here: with 1, nothing is to be corrected on
 * strange sayings. Held-out examples look harder than they are: each was written to differ from its neighbours.
 */
import { resolve } from "node:path";
import { type IntentModel, type Reading, readIntent, trainIntents } from "../src/intents/classifier.ts";
import { isClear } from "../src/intents/conversation.ts";
import { defaultExamples } from "../src/intents/default-tree.ts";
import { makeRandom } from "../src/intents/random.ts";
import { farEn, farZh } from "./material.ts";

type Saying = { text: string; intent: string };
type Judged = { said: number; isKept: boolean; isRight: boolean; isGroupRight: boolean };

const folds = 5;
const random = makeRandom(folds);
const foldOf = defaultExamples.map(() => Math.floor(random() * folds));

function judge(model: IntentModel, { text, intent }: Saying): Judged {
  const reading = readIntent(model, text);
  const best = reading.guesses[0];
  const groupOf = (key: string) => key.split(".")[0];
  return {
    said: best?.probability ?? 0,
    isKept: isKept(reading),
    isRight: best?.intent === intent,
    isGroupRight: best !== undefined && groupOf(best.intent) === groupOf(intent),
  };
}

function isKept({ guesses, none }: Reading): boolean {
  return isClear(guesses[0]?.probability ?? 0, guesses[1]?.probability ?? 0, none);
}

function report(name: string, judged: Judged[]): void {
  const share = (list: Judged[], is: (one: Judged) => boolean) =>
    list.length === 0 ? "–" : (list.filter(is).length / list.length).toFixed(3);
  const sure = judged.filter((one) => one.isKept);
  console.log(
    `\n${name}: ${judged.length} sayings, intent ${share(judged, (one) => one.isRight)}, group ${share(judged, (one) => one.isGroupRight)};`,
    `kept ${(sure.length / judged.length).toFixed(3)} of them, ${share(sure, (one) => one.isRight)} right`,
  );
  for (let from = 0; from < 10; from++) {
    const inside = judged.filter((one) => Math.min(9, Math.floor(one.said * 10)) === from);
    console.log(
      `  said ${from * 10}–${from * 10 + 10} %: ${inside.length}, right ${share(inside, (one) => one.isRight)}`,
    );
  }
}

const heldOut: Judged[] = [];
for (let fold = 0; fold < folds; fold++) {
  const model = trainIntents(defaultExamples.filter((_, i) => foldOf[i] !== fold));
  for (const [i, example] of defaultExamples.entries()) if (foldOf[i] === fold) heldOut.push(judge(model, example));
}
report("held-out examples", heldOut);

const model = trainIntents(defaultExamples);
for (const file of process.argv.slice(2)) {
  const { sayings } = (await import(resolve(file))) as { sayings: Saying[] };
  report(
    file,
    sayings.map((saying) => judge(model, saying)),
  );
}
const far = [...farZh, ...farEn];
const past = far.filter((text) => isKept(readIntent(model, text)));
console.log(`\nof ${far.length} questions about the world ${past.length} are taken for one of ours`);
