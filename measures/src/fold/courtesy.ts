import type { EventOf } from "@yingda/contract/events";

const thanks =
  /^(好+的?|嗯+|哦+|行+|可以|知道了?|明白了?|收到|ok|okay|got it|great|perfect)?(那)?(谢+(了|啦|啊|您|你|亲)*|多谢|感谢|辛苦了?|麻烦您?了|没事了|不用了|再见|拜拜|thanks?( you)?( so much| a lot)?|thx|bye( bye)?|cheers)?$/;

/**
 * Is the message only a closing "thanks"? The event says so itself where it knows; else the words decide.
 * Only text can be one.
 */
export function isCourtesy(event: EventOf<"message.sent">): boolean {
  if (event.body.courtesy !== undefined) return event.body.courtesy;
  const { content } = event.body;
  if (content.kind !== "text") return false;
  const words = content.text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .split(" ");
  return words.join("") !== "" && (words.every((word) => thanks.test(word)) || thanks.test(words.join(" ")));
}
