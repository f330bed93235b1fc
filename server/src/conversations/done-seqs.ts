import { type Db, rows, sql, type Tx } from "../platform/db/database.ts";

/** How far work that follows a log has come: folding, classifying, gathering hints. */
export type DoneSeq = { conversationId: string; seq: number };

const columns = {
  folded: sql.ref("folded_seq"),
  classified: sql.ref("classified_seq"),
  gathered: sql.ref("gathered_seq"),
};

/** Never back: what was done further meanwhile stays. Locked in the order in which the event log locks. */
export const writeDoneSeqs = (db: Db | Tx, shopId: string, work: keyof typeof columns, done: readonly DoneSeq[]) =>
  rows(
    db,
    sql`
    with done as materialized (
      select ${shopId}::uuid as shop_id, *
        from unnest(${done.map((one) => one.conversationId)}::uuid[], ${done.map((one) => one.seq)}::int[]) as d (conversation_id, seq)
    ), locked as materialized (
      select c.shop_id, c.conversation_id, done.seq from done join conversation c using (shop_id, conversation_id)
       where c.${columns[work]} < done.seq order by c.shop_id, c.conversation_id for update of c
    )
    update conversation c set ${columns[work]} = locked.seq from locked
     where c.shop_id = locked.shop_id and c.conversation_id = locked.conversation_id`,
  );
