-- What people did that says which entry a customer's words meant: labels, agents' choices, clicks, thumbs, corrections on
-- the test bench. Found again from the log; what was in a conversation or about an entry goes with it.
create table learning_hint (
  shop_id uuid not null references shop on delete cascade,
  hint_id uuid not null,
  text text not null,
  source text not null check (source in ('bench', 'label', 'agent', 'click', 'thumb')),
  -- means: the words mean this entry, or none. not: they do not mean this one.
  verdict text not null check (verdict in ('means', 'not')),
  entry_id uuid,
  weight real not null,
  -- Where it was said and judged; none on the test bench.
  conversation_id uuid,
  asked_seq int,
  event_seq int,
  at timestamptz not null,
  -- When it was found, which for logs from elsewhere is later.
  gathered_at timestamptz not null,
  staff_id uuid,
  -- Somebody looked: it is right though it looks wrong, or it should not count.
  review text check (review in ('kept', 'dropped')),
  primary key (shop_id, hint_id),
  foreign key (shop_id, conversation_id) references conversation (shop_id, conversation_id) on delete cascade,
  foreign key (shop_id, entry_id) references knowledge_entry (shop_id, entry_id) on delete cascade
);
create unique index learning_hint_event on learning_hint (shop_id, conversation_id, event_seq)
  where conversation_id is not null;
create index learning_hint_recent on learning_hint (shop_id, at desc, hint_id);
create index learning_hint_entry on learning_hint (shop_id, entry_id);

-- Up to where a conversation's log was looked through; no part of the log.
alter table conversation add column gathered_seq int not null default 0;
create index conversation_ungathered on conversation (shop_id, last_event_at) where gathered_seq < last_seq;

-- What was tried and what came of it; `learned` is kept where it was good enough to be used.
create table learning_run (
  shop_id uuid not null references shop on delete cascade,
  run_id uuid not null,
  state text not null check (state in ('running', 'published', 'refused', 'failed')),
  -- Counts the published ones of the shop.
  version int,
  -- Why it is not used: nothing_learned, not_better, tests.
  refusal text,
  hints int not null,
  asked int not null,
  -- Hints newer than this came after it.
  hints_until timestamptz not null,
  report jsonb,
  learned bytea,
  started_at timestamptz not null,
  -- Silent for long, whoever carried it out is gone.
  seen_at timestamptz not null,
  finished_at timestamptz,
  -- None: by itself.
  started_by uuid,
  primary key (shop_id, run_id)
);
create index learning_run_recent on learning_run (shop_id, started_at desc, run_id);
-- One at a time.
create unique index learning_run_running on learning_run (shop_id) where state = 'running';

-- What the shop's bot uses of it. No row, or no run: the engine as it comes.
create table learning_choice (
  shop_id uuid not null references shop on delete cascade,
  run_id uuid,
  chosen_at timestamptz not null,
  chosen_by uuid,
  primary key (shop_id)
);

-- Of a shop's own words for an intent, those that look wrong and are not.
alter table intent_example add column is_confirmed boolean not null default false;
-- What a person said of a conversation's feeling, by its words: the shop's feelings are learned from these.
create table feeling_example (
  shop_id uuid not null references shop on delete cascade,
  conversation_id uuid not null,
  sentiment text not null check (sentiment in ('negative', 'neutral', 'positive')),
  text text not null,
  is_confirmed boolean not null default false,
  created_at timestamptz not null,
  created_by uuid,
  primary key (shop_id, conversation_id),
  foreign key (shop_id, conversation_id) references conversation (shop_id, conversation_id) on delete cascade
);
