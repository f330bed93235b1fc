import type { Role } from "@yingda/contract/permissions";
import type { StaffStatus } from "@yingda/contract/routes/session";
import type { Colleague, StaffMember } from "@yingda/contract/routes/staff";
import { type Db, firstRow, rows, sql, type Tx } from "../platform/db/database.ts";

export type StaffRow = {
  shop_id: string;
  staff_id: string;
  user_id: string;
  name: string;
  email: string;
  role: Role;
  capacity: number;
  status: StaffStatus;
  is_disabled: boolean;
  is_demo: boolean;
  last_seen_at: Date | null;
};

const columns = sql.raw(
  "shop_id, staff_id, user_id, name, email, role, capacity, status, is_disabled, is_demo, last_seen_at",
);

export const toMember = (row: StaffRow): StaffMember => ({
  id: row.staff_id,
  name: row.name,
  email: row.email,
  role: row.role,
  capacity: row.capacity,
  status: row.status,
  isDisabled: row.is_disabled,
  isDemo: row.is_demo,
  lastSeenAt: row.last_seen_at?.toISOString() ?? null,
});

/** A person works for one shop; with several, the first one they joined. */
export const findByUser = (db: Db, userId: string) =>
  firstRow(
    db,
    sql<StaffRow>`select ${columns} from staff where user_id = ${userId} and not is_disabled order by staff_id limit 1`,
  );

export const findStaff = (db: Db, shopId: string, staffId: string) =>
  firstRow(db, sql<StaffRow>`select ${columns} from staff where shop_id = ${shopId} and staff_id = ${staffId}`);

export const isStaffElsewhere = async (db: Db, shopId: string, userId: string) =>
  (await firstRow(db, sql`select 1 from staff where user_id = ${userId} and shop_id <> ${shopId} limit 1`)) !== null;

export const findAdmin = (db: Db, shopId: string) =>
  firstRow(
    db,
    sql<StaffRow>`select ${columns} from staff where shop_id = ${shopId} and role = 'admin' and not is_disabled order by staff_id limit 1`,
  );

export const countOtherAdmins = async (db: Db, shopId: string, staffId: string) =>
  (await firstRow(
    db,
    sql<{ n: number }>`
    select count(*) as n from staff where shop_id = ${shopId} and role = 'admin' and not is_disabled and staff_id <> ${staffId}`,
  ))!.n;

export const listStaff = (db: Db, shopId: string) =>
  rows(db, sql<StaffRow>`select ${columns} from staff where shop_id = ${shopId} order by is_disabled, staff_id`);

export const listColleagues = (db: Db, shopId: string) =>
  rows(
    db,
    sql<Colleague>`
    select s.staff_id as id, s.name, s.role, s.status, s.capacity, count(c.conversation_id) as load
      from staff s
      left join conversation c on c.shop_id = s.shop_id and c.agent_id = s.staff_id::text and c.handling = 'agent'
     where s.shop_id = ${shopId} and not s.is_disabled
     group by s.shop_id, s.staff_id order by s.status = 'online' desc, s.name`,
  );

export const insertStaff = (
  db: Db,
  staff: {
    shopId: string;
    staffId: string;
    userId: string;
    name: string;
    email: string;
    role: Role;
    capacity: number;
    isDemo: boolean;
  },
) =>
  rows(
    db,
    sql`
    insert into staff (shop_id, staff_id, user_id, name, email, role, capacity, is_demo)
    values (${staff.shopId}, ${staff.staffId}, ${staff.userId}, ${staff.name}, ${staff.email}, ${staff.role}, ${staff.capacity}, ${staff.isDemo})`,
  );

export const updateStaff = (
  db: Db,
  shopId: string,
  staffId: string,
  changes: { name: string; role: Role; capacity: number; isDisabled: boolean },
) =>
  firstRow(
    db,
    sql<StaffRow>`
    update staff set name = ${changes.name}, role = ${changes.role}, capacity = ${changes.capacity}, is_disabled = ${changes.isDisabled},
           status = case when ${changes.isDisabled}::boolean then 'offline' else status end
     where shop_id = ${shopId} and staff_id = ${staffId} returning ${columns}`,
  );

export const updateStatus = (db: Db | Tx, shopId: string, staffId: string, status: StaffStatus, at: Date) =>
  rows(
    db,
    sql`update staff set status = ${status}, status_at = ${at} where shop_id = ${shopId} and staff_id = ${staffId}`,
  );

export const touch = (db: Db, shopId: string, staffId: string, at: Date, day: string, isServing: boolean) =>
  rows(
    db,
    sql`
    with seen as (update staff set last_seen_at = ${at} where shop_id = ${shopId} and staff_id = ${staffId})
    insert into staff_online_day (shop_id, staff_id, day)
    select ${shopId}::uuid, ${staffId}::uuid, ${day}::date where ${isServing}::boolean on conflict do nothing`,
  );

/** Whoever is online by name but whose windows have all been closed for a while; when they were last seen stays true. */
export const signOffGone = (db: Db, { before, at }: { before: Date; at: Date }) =>
  rows(
    db,
    sql<{ shop_id: string; staff_id: string }>`
    with gone as (
      update staff set status = 'offline', status_at = ${at}
       where status <> 'offline' and coalesce(last_seen_at, status_at) < ${before} and status_at < ${before}
      returning shop_id, staff_id, last_seen_at
    ), ended as (
      update staff_presence p set ended_at = greatest(p.started_at, g.last_seen_at) from gone g
       where p.shop_id = g.shop_id and p.staff_id = g.staff_id and p.ended_at is null
    )
    select shop_id, staff_id from gone`,
  );

/** Ends the stretch of time under way, unless it is of this very status. */
export const endPresence = (
  db: Db | Tx,
  shopId: string,
  staffId: string,
  { unless, at }: { unless: StaffStatus; at: Date },
) =>
  rows(
    db,
    sql`
    update staff_presence set ended_at = greatest(started_at, ${at})
     where shop_id = ${shopId} and staff_id = ${staffId} and ended_at is null and status <> ${unless}`,
  );

export const beginPresence = (db: Db | Tx, shopId: string, staffId: string, status: StaffStatus, at: Date) =>
  rows(
    db,
    sql`
    insert into staff_presence (shop_id, staff_id, started_at, status)
    select ${shopId}::uuid, ${staffId}::uuid, ${at}::timestamptz, ${status}::text
     where not exists (
       select from staff_presence where shop_id = ${shopId} and staff_id = ${staffId} and ended_at is null)
    on conflict (shop_id, staff_id, started_at) do update set status = excluded.status, ended_at = null`,
  );

/** A stretch over midnight belongs in part to each of its days. Costs as much as the stretches that touch the window. */
export const listPresence = (
  db: Db,
  shopId: string,
  { from, to, timeZone, now }: { from: string; to: string; timeZone: string; now: Date },
) =>
  rows(
    db,
    sql<{ staffId: string; day: string; onlineSeconds: number; busySeconds: number }>`
    with bounds as (
      select ${from}::timestamp at time zone ${timeZone} as since,
             least(${to}::timestamp at time zone ${timeZone}, ${now}::timestamptz) as until
    ), stretch as (
      select p.staff_id, p.status, greatest(p.started_at, b.since) as since,
             least(coalesce(p.ended_at, b.until), b.until) as until
        from staff_presence p cross join bounds b
       where p.shop_id = ${shopId} and p.started_at < b.until and (p.ended_at is null or p.ended_at > b.since)
    ), part as (
      select staff_id, status, day::date as day,
             extract(epoch from least(until, (day + interval '1 day') at time zone ${timeZone})
                              - greatest(since, day at time zone ${timeZone})) as seconds
        from stretch
       cross join generate_series(date_trunc('day', since at time zone ${timeZone}),
                                  until at time zone ${timeZone}, interval '1 day') as day
    )
    select staff_id as "staffId", day,
           coalesce(sum(seconds) filter (where status = 'online'), 0)::float8 as "onlineSeconds",
           coalesce(sum(seconds) filter (where status = 'busy'), 0)::float8 as "busySeconds"
      from part where seconds > 0 group by staff_id, day order by day, staff_id`,
  );

/** Days before today on which somebody worked the same hours. */
export const insertShifts = (
  db: Db,
  shopId: string,
  staffId: string,
  shift: { today: string; days: number; timeZone: string; from: string; pause: string; to: string },
) =>
  rows(
    db,
    sql`
    with hours (status, since, until) as (values
      ('online', ${shift.from}::time, ${shift.pause}::time),
      ('busy', ${shift.pause}::time, ${shift.pause}::time + interval '30 minutes'),
      ('online', ${shift.pause}::time + interval '30 minutes', ${shift.to}::time))
    insert into staff_presence (shop_id, staff_id, started_at, status, ended_at)
    select ${shopId}::uuid, ${staffId}::uuid, (${shift.today}::date - n + since) at time zone ${shift.timeZone}, status,
           (${shift.today}::date - n + until) at time zone ${shift.timeZone}
      from generate_series(1, ${shift.days}::int) n cross join hours on conflict do nothing`,
  );

export const countOnlineDays = async (db: Db, shopId: string, fromDay: string, toDay: string) =>
  (await firstRow(
    db,
    sql<{ n: number }>`
    select count(distinct day) as n from staff_online_day where shop_id = ${shopId} and day between ${fromDay}::date and ${toDay}::date`,
  ))!.n;

export const listDemoStaff = (db: Db, shopId: string) =>
  rows(db, sql<StaffRow>`select ${columns} from staff where shop_id = ${shopId} and is_demo`);

export const deleteStaff = (db: Db, shopId: string, staffId: string) =>
  rows(
    db,
    sql`
    with days as (delete from staff_online_day where shop_id = ${shopId} and staff_id = ${staffId})
    delete from staff where shop_id = ${shopId} and staff_id = ${staffId}`,
  );

export const insertOnlineDays = (db: Db, shopId: string, staffId: string, today: string, days: number) =>
  rows(
    db,
    sql`
    insert into staff_online_day (shop_id, staff_id, day)
    select ${shopId}::uuid, ${staffId}::uuid, ${today}::date - n from generate_series(1, ${days}::int) n on conflict do nothing`,
  );
