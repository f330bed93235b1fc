-- When each member of staff was online or busy: one row from one change of status to the next. Offline is no row.
create table staff_presence (
  shop_id uuid not null,
  staff_id uuid not null,
  started_at timestamptz not null,
  status text not null check (status in ('online', 'busy')),
  -- null: still so.
  ended_at timestamptz,
  primary key (shop_id, staff_id, started_at),
  foreign key (shop_id, staff_id) references staff on delete cascade
);
create unique index staff_presence_open on staff_presence (shop_id, staff_id) where ended_at is null;
create index staff_presence_ended on staff_presence (shop_id, ended_at);
-- Who is there while the program is updated has been since then.
insert into staff_presence (shop_id, staff_id, started_at, status)
select shop_id, staff_id, status_at, status from staff where status <> 'offline';
