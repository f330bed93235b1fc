import type { WireEvent } from "@yingda/contract/conversation";
import type { ConversationEvent, NewEvent } from "@yingda/contract/events";
import type pg from "pg";
import { newId } from "../platform/ids.ts";
import { type ConversationRow, type ReadMarks, stateColumns, toMarks, toRow, toState } from "./rows.ts";
import { applyEvent, type ConversationState, emptyState } from "./state.ts";

/**
 * Appends to the event log: many conversations in one transaction, each locked (in a fixed order, so that concurrent
 * batches can't deadlock) while its rules decide what happens. It refuses nothing by itself; `decide` does.
 */
type Target =
  | { conversationId: string }
  /** The customer's open conversation, or a new one. */
  | { customerId: string; channel: string };

export type AppendRequest = {
  shopId: string;
  target: Target;
  /** The sender's id of this act: a second append with it changes nothing and answers as the first did. */
  clientId?: string;
  /**
   * A judgement of what was said: it takes the instant of the last thing said, so that it moves neither the end of the
   * conversation nor its place in lists.
   */
  isJudgement?: boolean;
  /** Pure and quick: it runs under the lock. `null` state: the conversation does not exist (yet). Throws to refuse. */
  decide: (state: ConversationState | null) => NewEvent[];
};

export type Appended = {
  state: ConversationState;
  marks: ReadMarks;
  events: WireEvent[];
  /** The sequence number and instant to acknowledge: the event that carries the clientId, else the last one. */
  seq: number;
  at: string;
  isRepeat: boolean;
};

export type Outcome = { ok: true; appended: Appended } | { ok: false; error: unknown };

type Repeat = Pick<Appended, "state" | "marks" | "seq" | "at">;
type Written = { appended: Appended; event: WireEvent };
type Working = { state: ConversationState | null; marks: ReadMarks; isChanged: boolean };

const noMarks: ReadMarks = { customerReadSeq: 0, agentReadSeq: 0, agentReadMessages: 0 };

const lockConversations = {
  name: "lock-conversations",
  text: `
    with wanted as materialized (
      select shop_id, conversation_id from unnest($1::uuid[], $2::uuid[]) as w (shop_id, conversation_id)
      union
      select c.shop_id, c.conversation_id
        from unnest($3::uuid[], $4::uuid[]) as w (shop_id, customer_id)
        join conversation c using (shop_id, customer_id)
       where c.handling <> 'closed'
    )
    select c.* from conversation c join wanted using (shop_id, conversation_id)
     order by c.shop_id, c.conversation_id
       for update of c`,
};

const findRepeats = {
  name: "find-repeats",
  text: `
    select w.i, c.*, e.seq as e_seq, e.at as e_at
      from unnest($1::int[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) as w (i, shop_id, conversation_id, customer_id, client_id)
      cross join lateral (
        select w.conversation_id
        union all
        -- A resend may arrive after its conversation ended.
        (select c.conversation_id from conversation c
          where c.shop_id = w.shop_id and c.customer_id = w.customer_id
          order by c.started_at desc limit 5)
      ) as t (conversation_id)
      -- The limits keep the planner, whatever it knows of the tables' sizes, to one look into the index for each.
      cross join lateral (
        select e.seq, e.at from event e
         where e.shop_id = w.shop_id and e.conversation_id = t.conversation_id and e.client_id = w.client_id limit 1
      ) as e
      cross join lateral (
        select * from conversation c where c.shop_id = w.shop_id and c.conversation_id = t.conversation_id limit 1
      ) as c`,
};

const columns = stateColumns.join(", ");
const writeBatch = {
  name: "write-batch",
  text: `
    with states as (
      insert into conversation (${columns})
      select ${columns} from jsonb_populate_recordset(null::conversation, $1::jsonb)
      on conflict (shop_id, conversation_id) do update set (${columns}) = row (${stateColumns.map((c) => `excluded.${c}`).join(", ")})
    )
    insert into event (shop_id, conversation_id, seq, type, actor_kind, actor_id, at, client_id, body)
    select * from unnest($2::uuid[], $3::uuid[], $4::int[], $5::text[], $6::text[], $7::text[], $8::timestamptz[], $9::text[], $10::jsonb[])`,
};

/** Inside a transaction of the caller's. `at` is the instant of everything appended. */
export async function appendIn(client: pg.ClientBase, requests: AppendRequest[], at: string): Promise<Outcome[]> {
  const [locked, repeats] = await Promise.all([lock(client, requests), readRepeats(client, requests)]);
  const byId = new Map<string, Working>();
  const byCustomer = new Map<string, Working>();
  for (const row of locked) {
    const working = { state: toState(row), marks: toMarks(row), isChanged: false };
    byId.set(`${row.shop_id}/${row.conversation_id}`, working);
    if (working.state.handling !== "closed") byCustomer.set(`${row.shop_id}/${row.customer_id}`, working);
  }

  const written: Written[] = [];
  const outcomes = requests.map((request, i): Outcome => {
    try {
      const working = find(request);
      const repeat = repeats.get(i) ?? repeatInBatch(written, request);
      if (repeat) return { ok: true, appended: { ...repeat, events: [], isRepeat: true } };
      const appended = decideAndApply(request, working, at);
      written.push(...appended.events.map((event) => ({ appended, event })));
      return { ok: true, appended };
    } catch (error) {
      return { ok: false, error };
    }
  });

  const changed = [...new Set([...byId.values(), ...byCustomer.values()])].filter((working) => working.isChanged);
  if (changed.length > 0) await write(client, changed, written);
  return outcomes;

  /** The shop is part of every key: a batch holds several shops, and an id of another shop's finds nothing. */
  function find({ shopId, target }: AppendRequest): Working {
    const fresh = { state: null, marks: noMarks, isChanged: false };
    if ("conversationId" in target) return byId.get(`${shopId}/${target.conversationId}`) ?? fresh;
    const key = `${shopId}/${target.customerId}`;
    const known = byCustomer.get(key);
    if (known && known.state?.handling !== "closed") return known;
    // None is open, or it ended earlier in this same batch: a new one begins.
    if (known) byId.set(`${shopId}/${known.state!.conversationId}`, known);
    byCustomer.set(key, fresh);
    return fresh;
  }
}

function decideAndApply(request: AppendRequest, working: Working, now: string): Appended {
  const before = working.state;
  // A transaction that waited for a lock has an older instant than what was written meanwhile; a log never goes back.
  const at = before && (request.isJudgement || before.lastEventAt > now) ? before.lastEventAt : now;
  const events = request.decide(before);
  const { target } = request;
  let state =
    before ??
    emptyState(
      {
        shopId: request.shopId,
        conversationId: newId(),
        customerId: "customerId" in target ? target.customerId : "",
        channel: "channel" in target ? target.channel : "",
        origin: "live",
      },
      at,
    );
  const numbered: WireEvent[] = [];
  for (const event of events) {
    // The clientId belongs to the actor's own act: the last event of the decision that is not the system's.
    const numberedEvent = { ...event, seq: state.lastSeq + 1, at } as ConversationEvent;
    state = applyEvent(state, numberedEvent);
    numbered.push(numberedEvent);
  }
  const own = request.clientId
    ? (numbered.findLast((event) => event.actor.kind !== "system") ?? numbered.at(-1))
    : undefined;
  if (own) own.clientId = request.clientId;
  if (numbered.length > 0) {
    working.state = state;
    working.isChanged = true;
  }
  return { state, marks: working.marks, events: numbered, seq: own?.seq ?? state.lastSeq, at, isRepeat: false };
}

function repeatInBatch(written: Written[], request: AppendRequest): Repeat | null {
  if (!request.clientId) return null;
  const { target } = request;
  const same = written.find(
    ({ appended: { state }, event }) =>
      event.clientId === request.clientId &&
      state.shopId === request.shopId &&
      ("conversationId" in target
        ? state.conversationId === target.conversationId
        : state.customerId === target.customerId),
  );
  return same ? { ...same.appended, seq: same.event.seq, at: same.event.at } : null;
}

async function lock(client: pg.ClientBase, requests: AppendRequest[]): Promise<ConversationRow[]> {
  const known = requests.flatMap(({ shopId, target }) =>
    "conversationId" in target ? [{ shopId, id: target.conversationId }] : [],
  );
  const open = requests.flatMap(({ shopId, target }) =>
    "customerId" in target ? [{ shopId, id: target.customerId }] : [],
  );
  const values = [known.map((k) => k.shopId), known.map((k) => k.id), open.map((o) => o.shopId), open.map((o) => o.id)];
  return (await client.query({ ...lockConversations, values })).rows;
}

async function readRepeats(client: pg.ClientBase, requests: AppendRequest[]): Promise<Map<number, Repeat>> {
  const asked = requests.flatMap((request, i) => (request.clientId ? [{ i, ...request }] : []));
  if (asked.length === 0) return new Map();
  const values = [
    asked.map((a) => a.i),
    asked.map((a) => a.shopId),
    asked.map((a) => ("conversationId" in a.target ? a.target.conversationId : null)),
    asked.map((a) => ("customerId" in a.target ? a.target.customerId : null)),
    asked.map((a) => a.clientId),
  ];
  const { rows } = await client.query({ ...findRepeats, values });
  return new Map(
    rows.map((row) => [
      row.i,
      { seq: row.e_seq, at: row.e_at.toISOString(), state: toState(row), marks: toMarks(row) },
    ]),
  );
}

async function write(client: pg.ClientBase, changed: Working[], written: Written[]): Promise<void> {
  const values = [
    JSON.stringify(changed.map(({ state }) => toRow(state!))),
    written.map(({ appended }) => appended.state.shopId),
    written.map(({ appended }) => appended.state.conversationId),
    written.map(({ event }) => event.seq),
    written.map(({ event }) => event.type),
    written.map(({ event }) => event.actor.kind),
    written.map(({ event }) => ("id" in event.actor ? event.actor.id : null)),
    written.map(({ event }) => event.at),
    written.map(({ event }) => event.clientId ?? null),
    written.map(({ event }) => JSON.stringify(event.body)),
  ];
  await client.query({ ...writeBatch, values });
}
