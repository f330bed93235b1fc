import type { EventOf } from "@yingda/contract/events";

const polite = new RegExp(
  [
    // What agrees, and in Chinese may run straight on into the thanks: 好的谢谢.
    "好+的?|嗯+|哦+|行+|可以了?|知道了|明白了?|了解了?|收到|没事了|不用了|ok|okay|got it|great|perfect|that s all",
    "谢+(?:了|啦|啊|您|你|亲)*|非常感谢|多谢|感谢|辛苦了?|麻烦[您你]?了|再见|拜+|亲",
    "thank you|thanks|thx|so much|very much|a lot|bye|goodbye|cheers",
  ].join("|"),
  "gu",
);
const thanks = /谢|感谢|辛苦|麻烦|再见|拜|thank|thx|bye|cheers/u;

/**
 * Is the message only a closing "thanks"? The event says so itself where it knows; else the words decide: nothing but
 * polite words, a thanks or a goodbye among them. A bare "好的" may be the answer to a question and is none.
 */
export function isCourtesy(event: EventOf<"message.sent">): boolean {
  if (event.body.courtesy !== undefined) return event.body.courtesy;
  const { content } = event.body;
  // A thanks is short; the limit also keeps the pattern off walls of text.
  if (content.kind !== "text" || content.text.length > 60) return false;
  const words = content.text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ");
  return thanks.test(words) && words.replace(polite, "").trim() === "";
}
