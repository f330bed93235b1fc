-- Every table carries shop_id first in its key, so that it can be distributed by shop.
-- Exceptions (reference data, small): migration, auth.*.

create table shop (
  shop_id uuid primary key,
  settings jsonb not null,
  -- The demo marks everything it brought by origin; this says whether any is left.
  has_demo boolean not null default false,
  created_at timestamptz not null
);

create schema auth;
create table auth."user" (
  id text primary key,
  name text not null,
  email text not null unique,
  "emailVerified" boolean not null,
  image text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create table auth.session (
  id text primary key,
  "expiresAt" timestamptz not null,
  token text not null unique,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now(),
  "ipAddress" text,
  "userAgent" text,
  "userId" text not null references auth."user" (id) on delete cascade
);
create index on auth.session ("userId");
create table auth.account (
  id text primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" text not null references auth."user" (id) on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.account ("userId");
create table auth.verification (
  id text primary key,
  identifier text not null,
  value text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz not null default now(),
  "updatedAt" timestamptz not null default now()
);
create index on auth.verification (identifier);

create table staff (
  shop_id uuid not null references shop on delete cascade,
  staff_id uuid not null,
  user_id text not null,
  name text not null,
  email text not null,
  role text not null check (role in ('admin', 'supervisor', 'agent')),
  capacity int not null default 5,
  status text not null default 'offline' check (status in ('online', 'busy', 'offline')),
  status_at timestamptz not null default now(),
  last_seen_at timestamptz,
  -- Last time a conversation was given: with equal load, longest idle first.
  assigned_at timestamptz,
  is_disabled boolean not null default false,
  is_demo boolean not null default false,
  primary key (shop_id, staff_id),
  unique (shop_id, user_id)
);
create index on staff (user_id);

-- On which local days anybody was online to serve: effectiveness rule C.
create table staff_online_day (
  shop_id uuid not null references shop on delete cascade,
  staff_id uuid not null,
  day date not null,
  primary key (shop_id, staff_id, day)
);

create table customer (
  shop_id uuid not null references shop on delete cascade,
  customer_id uuid not null,
  name text not null,
  locale text not null default 'zh-CN',
  origin text not null default 'live' check (origin in ('live', 'import', 'demo')),
  page_url text,
  first_seen_at timestamptz not null,
  primary key (shop_id, customer_id)
);

-- The current state of a conversation: nothing but its events, folded (see server/src/conversations/state.ts),
-- and the read marks below.
create table conversation (
  shop_id uuid not null references shop on delete cascade,
  conversation_id uuid not null,
  customer_id uuid not null,
  channel text not null,
  origin text not null,
  handling text not null check (handling in ('bot', 'requested', 'queue', 'agent', 'message', 'closed')),
  agent_id text,
  had_agent boolean not null,
  human_requested boolean not null,
  priority int not null,
  started_at timestamptz not null,
  last_event_at timestamptz not null,
  last_customer_at timestamptz,
  closed_at timestamptz,
  queued_at timestamptz,
  connected_at timestamptz,
  waiting_since timestamptz,
  last_seq int not null,
  last_customer_seq int not null,
  answered_seq int not null,
  customer_messages int not null,
  preview_by text,
  preview_text text,
  rating int,
  rating_target text,
  rating_invited text,
  intent text,
  product_id text,
  locale text,
  -- Read marks and the fold's progress are not part of the log.
  customer_read_seq int not null default 0,
  agent_read_seq int not null default 0,
  agent_read_messages int not null default 0,
  folded_seq int not null default 0,
  primary key (shop_id, conversation_id),
  foreign key (shop_id, customer_id) references customer (shop_id, customer_id)
);
-- One open conversation per customer; also finds it.
create unique index conversation_open on conversation (shop_id, customer_id) where handling <> 'closed';
create index conversation_customer on conversation (shop_id, customer_id, started_at desc);
create index conversation_queue on conversation (shop_id, priority desc, queued_at, conversation_id) where handling = 'queue';
create index conversation_seat on conversation (shop_id, agent_id) where handling = 'agent';
create index conversation_waiting_message on conversation (shop_id, queued_at) where handling = 'message';
create index conversation_recent on conversation (shop_id, last_event_at desc, conversation_id);
create index conversation_started on conversation (shop_id, started_at desc, conversation_id);
-- Work to be found again after a crash.
create index conversation_unanswered on conversation (shop_id, last_event_at) where handling = 'bot' and answered_seq < last_customer_seq;
create index conversation_requested on conversation (shop_id, last_event_at) where handling = 'requested';
create index conversation_unfolded on conversation (shop_id, last_event_at) where folded_seq < last_seq;
create index conversation_idle on conversation (shop_id, last_customer_at) where handling in ('bot', 'agent');

create table event (
  shop_id uuid not null,
  conversation_id uuid not null,
  seq int not null,
  type text not null,
  actor_kind text not null,
  actor_id text,
  at timestamptz not null,
  client_id text,
  body jsonb not null,
  primary key (shop_id, conversation_id, seq),
  foreign key (shop_id, conversation_id) references conversation (shop_id, conversation_id) on delete cascade
);
create unique index event_client on event (shop_id, conversation_id, client_id) where client_id is not null;

create table knowledge_entry (
  shop_id uuid not null references shop on delete cascade,
  entry_id uuid not null,
  question text not null,
  similar_questions text[] not null default '{}',
  answer_html text not null,
  answer_text text not null,
  category text not null default '',
  is_enabled boolean not null default true,
  origin text not null default 'own' check (origin in ('own', 'demo', 'import')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  updated_by uuid,
  primary key (shop_id, entry_id)
);
create index knowledge_entry_recent on knowledge_entry (shop_id, updated_at desc, entry_id);
-- Two entries with the same main question would contradict each other.
create unique index knowledge_entry_question on knowledge_entry (shop_id, lower(question));

create table quick_phrase (
  shop_id uuid not null references shop on delete cascade,
  phrase_id uuid not null,
  shortcut text not null,
  body text not null,
  category text not null,
  is_demo boolean not null default false,
  primary key (shop_id, phrase_id)
);

create table file (
  shop_id uuid not null references shop on delete cascade,
  file_id text not null,
  name text not null,
  mime text not null,
  bytes int not null,
  width int,
  height int,
  uploaded_by text not null,
  at timestamptz not null,
  primary key (shop_id, file_id)
);

-- An import of knowledge or of conversation logs: previewed, then run; resumed after a crash because it is idempotent.
create table import_run (
  shop_id uuid not null references shop on delete cascade,
  import_id uuid not null,
  kind text not null check (kind in ('knowledge', 'log')),
  file_name text not null,
  state text not null check (state in ('mapping', 'preview', 'running', 'done', 'failed')),
  progress int not null default 0,
  details jsonb not null,
  created_at timestamptz not null,
  created_by uuid,
  primary key (shop_id, import_id)
);
