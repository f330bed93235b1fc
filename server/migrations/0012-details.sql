-- What tables of conversations show and sort by; the fold fills it anew after an update (its version changed).
alter table fact_conversation
  add column turns int not null default 0,
  add column average_reply_seconds double precision,
  add column slowest_reply_seconds double precision,
  add column wait_seconds double precision;
-- The latest first, page by page.
create index fact_conversation_started on fact_conversation (shop_id, started_at, conversation_id);

create table saved_view (
  shop_id uuid not null,
  view_id uuid not null,
  owner_id uuid not null,
  name text not null,
  is_shared boolean not null,
  -- A viewContent of the contract.
  view jsonb not null,
  created_at timestamptz not null,
  primary key (shop_id, view_id),
  foreign key (shop_id, owner_id) references staff on delete cascade
);
create index saved_view_owner on saved_view (shop_id, owner_id);

-- A table being written to a file, and the file while it is kept.
create table download (
  shop_id uuid not null references shop on delete cascade,
  download_id uuid not null,
  staff_id uuid not null,
  -- A downloadWish of the contract.
  wish jsonb not null,
  format text not null check (format in ('csv', 'xlsx')),
  locale text not null,
  name text not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  rows_written int not null default 0,
  -- How often it was begun; what brings the program down every time is given up.
  attempts int not null default 0,
  total_rows int,
  bytes bigint,
  failure text,
  created_at timestamptz not null,
  finished_at timestamptz,
  expires_at timestamptz,
  -- Last sign of life of whoever writes it; by the database's clock, because several processes look.
  beat_at timestamptz,
  primary key (shop_id, download_id)
);
create index download_staff on download (shop_id, staff_id, created_at desc);
-- Work to be found again after a crash, and files to be deleted.
create index download_waiting on download (created_at) where state in ('waiting', 'running');
create index download_expiring on download (expires_at) where expires_at is not null;
