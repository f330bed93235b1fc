import { asksForHuman } from "@yingda/answering/human-request";
import { knowledge } from "@yingda/packs/demo-shop/knowledge";

/** As customers type them: every second one with a slip, one character left out. What asks for a person leaves the bot. */
export function listQuestions(): string[] {
  return knowledge
    .flatMap((entry) => [entry.question, ...entry.similar])
    .map((text, i) => (i % 2 === 0 ? text : text.slice(0, text.length >> 1) + text.slice((text.length >> 1) + 1)))
    .filter((text) => !asksForHuman(text));
}
