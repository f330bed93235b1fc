-- Service hours get several periods a day and holidays: what was one period for some days (0 = Sunday) becomes a week.
-- A period that ran past midnight is written on both of its days.
update shop set settings = jsonb_set(settings, '{serviceHours}', jsonb_build_object('holidays', '[]'::jsonb, 'weekly', (
    select jsonb_object_agg(day.name, (
        select coalesce(jsonb_agg(jsonb_build_object('from', part.start, 'to', part.stop) order by part.start), '[]'::jsonb)
          from (values (day.number, old.start, case when old.start < old.stop then old.stop else '24:00' end),
                       ((day.number + 6) % 7, '00:00', case when old.start < old.stop then '00:00' else old.stop end)
               ) as part (began, start, stop)
         where part.start < part.stop and old.days @> to_jsonb(part.began)))
      from (select settings #>> '{serviceHours,from}' as start, settings #>> '{serviceHours,to}' as stop,
                   settings #> '{serviceHours,days}' as days) as old,
           (values ('sunday', 0), ('monday', 1), ('tuesday', 2), ('wednesday', 3), ('thursday', 4), ('friday', 5), ('saturday', 6)
           ) as day (name, number))))
 where settings #> '{serviceHours,days}' is not null;

-- Who changed what about the measures of a shop, counted from 1. `before` and `after` hold what is different, by name.
create table measure_change (
  shop_id uuid not null references shop on delete cascade,
  number int not null,
  changed_at timestamptz not null,
  staff_id uuid not null,
  -- As they were called then: the history outlives the person.
  staff_name text not null,
  before jsonb not null,
  after jsonb not null,
  primary key (shop_id, number)
);

-- The time after which a customer does not count as back is each shop's own; the sweep looks over all shops.
alter table fact_settings add column return_hours int not null default 72;
drop index fact_conversation_return_due;
create index fact_conversation_return_due on fact_conversation (shop_id, ended_at) where is_returned is null and ended_at is not null;
