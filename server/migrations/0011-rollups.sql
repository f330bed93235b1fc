-- Days of busy shops, added up, so that a month's report reads sums instead of millions of facts. Everything here can be
-- made anew from the facts: see docs/decisions/0009-days-added-up.md.

create table rollup_day (
  shop_id uuid not null references shop on delete cascade,
  local_day date not null,
  -- Counts the changes of the day's facts; the sums hold while the count is the one they were made at.
  changes bigint not null,
  rolled_changes bigint,
  -- Of a quiet day there are no sums: its few facts are added up faster when asked for.
  is_rolled boolean not null default false,
  -- Which catalogue the sums were made for.
  layout text,
  changed_at timestamptz not null,
  primary key (shop_id, local_day)
);
create index rollup_day_due on rollup_day (changed_at) where rolled_changes is distinct from changes;

-- One row for each value of a dimension on a day; the dimension '' is the whole day. The parts are listed in
-- server/src/analytics/rollup-layout.ts.
create table rollup (
  shop_id uuid not null,
  fact text not null,
  dimension text not null,
  local_day date not null,
  key text not null,
  -- Facts without a value of the dimension; the whole day has none.
  is_none boolean not null,
  parts double precision[] not null,
  primary key (shop_id, fact, dimension, local_day, key, is_none),
  foreign key (shop_id, local_day) references rollup_day on delete cascade
);

-- How the durations of a mean are spread: a histogram with buckets of 5 %, see measures/src/histogram.ts.
create table rollup_spread (
  shop_id uuid not null,
  spread text not null,
  dimension text not null,
  local_day date not null,
  key text not null,
  is_none boolean not null,
  buckets smallint[] not null,
  counts int[] not null,
  primary key (shop_id, spread, dimension, local_day, key, is_none),
  foreign key (shop_id, local_day) references rollup_day on delete cascade
);

-- Whoever changes facts, by whatever way (a fold, a deleted conversation, the demo's removal), changes their day.
create function mark_changed_days() returns trigger language plpgsql as $$
begin
  insert into rollup_day (shop_id, local_day, changes, changed_at)
  select c.shop_id, c.local_day, 1, now()
    from (select distinct shop_id, local_day from changed_facts) c join shop using (shop_id)
   order by c.shop_id, c.local_day
  on conflict (shop_id, local_day) do update set changes = rollup_day.changes + 1, changed_at = excluded.changed_at;
  return null;
end $$;
create trigger fact_conversation_inserted after insert on fact_conversation
  referencing new table as changed_facts for each statement execute function mark_changed_days();
create trigger fact_conversation_deleted after delete on fact_conversation
  referencing old table as changed_facts for each statement execute function mark_changed_days();
-- The day itself never changes in place: the fold deletes and inserts.
create trigger fact_conversation_updated after update on fact_conversation
  referencing new table as changed_facts for each statement execute function mark_changed_days();

insert into rollup_day (shop_id, local_day, changes, changed_at)
select shop_id, local_day, 1, now() from fact_conversation group by shop_id, local_day;
