-- Questions whose answer the shop knows, asked anew before a change goes live.
create table knowledge_test (
  shop_id uuid not null references shop on delete cascade,
  test_id uuid not null,
  question text not null,
  -- None: nothing in the knowledge should answer it.
  entry_id uuid,
  origin text not null check (origin in ('hand', 'bench', 'label', 'import')),
  -- Where a label's words come from; they go with it.
  conversation_id uuid,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (shop_id, test_id),
  foreign key (shop_id, entry_id) references knowledge_entry (shop_id, entry_id) on delete cascade,
  foreign key (shop_id, conversation_id) references conversation (shop_id, conversation_id) on delete cascade
);
-- A question is expected one answer.
create unique index knowledge_test_question on knowledge_test (shop_id, lower(question));
create index knowledge_test_entry on knowledge_test (shop_id, entry_id);
create index knowledge_test_conversation on knowledge_test (shop_id, conversation_id) where conversation_id is not null;

create table knowledge_test_run (
  shop_id uuid not null references shop on delete cascade,
  run_id uuid not null,
  state text not null check (state in ('running', 'done', 'failed')),
  -- asked: by a person. change: the knowledge, what was learned, or the tests had changed.
  reason text not null check (reason in ('asked', 'change')),
  tests int not null,
  done int not null default 0,
  passed int not null default 0,
  offered int not null default 0,
  -- Of what it was run: knowledge, learned part, tests. Another mark, and it is time to run again.
  mark text not null,
  -- [{testId, verdict, outcome, entryId}]; the latest runs keep it.
  results jsonb,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  finished_at timestamptz,
  started_by uuid,
  primary key (shop_id, run_id)
);
create index knowledge_test_run_recent on knowledge_test_run (shop_id, started_at desc, run_id);
create unique index knowledge_test_run_running on knowledge_test_run (shop_id) where state = 'running';
