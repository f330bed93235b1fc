-- Days that were added up are put together by three, nine and twenty-seven, so that a month is read in a handful of
-- spans. The sums are made anew from the facts: see docs/decisions/0009-days-added-up.md.
drop table rollup;
drop table rollup_spread;

-- The sums of these days hold while the days' changes are as many as they were made at.
create table rollup_span (
  shop_id uuid not null references shop on delete cascade,
  days daterange not null,
  changes bigint not null,
  -- Which catalogue the sums were made for.
  layout text not null,
  primary key (shop_id, days)
);

-- One row for each value of a dimension in a span; the dimension '' is all of it. The parts are listed in
-- server/src/analytics/rollup-layout.ts.
create table rollup (
  shop_id uuid not null,
  fact text not null,
  dimension text not null,
  days daterange not null,
  key text not null,
  -- Facts without a value of the dimension; the whole has none.
  is_none boolean not null,
  parts double precision[] not null,
  primary key (shop_id, days, fact, dimension, key, is_none)
);

-- How the durations of a mean are spread: a histogram with buckets of 5 %, see measures/src/histogram.ts.
create table rollup_spread (
  shop_id uuid not null,
  spread text not null,
  dimension text not null,
  days daterange not null,
  key text not null,
  is_none boolean not null,
  buckets smallint[] not null,
  counts int[] not null,
  primary key (shop_id, days, spread, dimension, key, is_none)
);

-- PostgreSQL keeps no statistics of how often a range occurs, and takes each for the only one of its kind: it would sort
-- where it should hash. A span has some twenty thousand rows.
alter table rollup alter column days set (n_distinct = -0.00005);
alter table rollup_spread alter column days set (n_distinct = -0.00005);

-- Sums go with their span. A foreign key would look the span up for each of ten thousands of rows.
create function remove_sums() returns trigger language plpgsql as $$
begin
  delete from rollup where shop_id = old.shop_id and days = old.days;
  delete from rollup_spread where shop_id = old.shop_id and days = old.days;
  return null;
end $$;
create trigger rollup_span_deleted after delete on rollup_span for each row execute function remove_sums();

create aggregate concatenate(anycompatiblearray) (sfunc = array_cat, stype = anycompatiblearray);

alter table rollup_day drop column is_rolled;
update rollup_day set rolled_changes = null;

-- As it is when the change is made: of a long transaction now() is long past, and the day would look quiet already.
create or replace function mark_changed_days() returns trigger language plpgsql as $$
begin
  insert into rollup_day (shop_id, local_day, changes, changed_at)
  select c.shop_id, c.local_day, 1, clock_timestamp()
    from (select distinct shop_id, local_day from changed_facts) c join shop using (shop_id)
   order by c.shop_id, c.local_day
  on conflict (shop_id, local_day) do update set changes = rollup_day.changes + 1, changed_at = excluded.changed_at;
  return null;
end $$;
