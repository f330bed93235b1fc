import { dayWindow } from "@yingda/contract/figures";
import type { InputOf, ReplyOf } from "@yingda/contract/route";
import type { routes } from "@yingda/contract/routes";
import { getMetric } from "@yingda/measures/catalogue";
import type { Ctx } from "../context.ts";
import { rows, sql } from "../platform/db/database.ts";
import { mustFilter, refuse, toWindow } from "./asked.ts";
import { compilePredicate } from "./sql.ts";
import { compileSlice } from "./sums.ts";

/** What the bot is asked and cannot answer, in the customers' words: the list from which knowledge is made. */

type Input = InputOf<typeof routes.listUnanswered>;
type Reply = ReplyOf<typeof routes.listUnanswered>;
type Row = {
  question: string;
  times: number;
  conversations: number;
  last_at: Date;
  conversation_id: string;
  seqs: number[];
  total: number;
  all_times: number;
};

/** The rejected are the numerator of this metric, so the list and the rate beside it speak of the same questions. */
const rejection = getMetric("bot.rejection_rate");

/** Words are read from the log, one by one: of a very busy shop's month the latest are enough to see what is missing. */
const mostRead = 20_000;
const shownCharacters = 200;

export async function listUnanswered(ctx: Ctx, { from, to, filters, limit }: Input): Promise<Reply> {
  const asked = dayWindow.safeParse({ from, to });
  if (!asked.success) refuse("from", asked.error.issues[0]!.message);
  mustFilter(rejection, filters);
  const slice = { window: toWindow({ from, to }), filters };
  const found = await rows(
    ctx.db,
    sql<Row>`
    with unknown as (
      select conversation_id, question_seq, seq, started_at from fact_question
       where ${compileSlice(ctx, "question", slice)}
         and ${compilePredicate("question", rejection.where)} and ${compilePredicate("question", rejection.numerator.where)}
       order by started_at desc, conversation_id desc, seq desc limit ${mostRead}),
    said as (
      select u.conversation_id, u.question_seq, u.seq, e.at, btrim(e.body->'content'->>'text') as words
        from unknown u join event e on e.shop_id = ${ctx.shopId}
         and e.conversation_id = u.conversation_id and e.seq = u.question_seq and e.type = 'message.sent'
       where e.body->'content'->>'text' <> '')
    select left((array_agg(words order by at desc, conversation_id desc))[1], ${shownCharacters}) as question,
           count(*)::int as times, count(distinct conversation_id)::int as conversations, max(at) as last_at,
           (array_agg(conversation_id order by at desc, conversation_id desc))[1] as conversation_id,
           (array_agg(array[question_seq, seq] order by at desc, conversation_id desc))[1:1] as seqs,
           (count(*) over ())::int as total, (sum(count(*)) over ())::int as all_times
      from said
     group by lower(regexp_replace(words, '[[:space:][:punct:]，。！？、；：…～]+', '', 'g'))
     order by times desc, last_at desc limit ${limit}`,
  );
  const times = found[0]?.all_times ?? 0;
  return {
    items: found.map((row) => ({
      question: row.question,
      times: row.times,
      conversations: row.conversations,
      lastAt: new Date(row.last_at).toISOString(),
      conversationId: row.conversation_id,
      seqs: row.seqs.flat(),
    })),
    total: found[0]?.total ?? 0,
    times,
    isCut: times >= mostRead,
  };
}
