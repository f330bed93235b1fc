-- How long each agent held a conversation, and the agent's own time in it: where several are held at once they share it.
create table fact_stint (
  shop_id uuid not null,
  conversation_id uuid not null,
  customer_id uuid not null,
  started_at timestamptz not null,
  local_day date not null,
  start_hour int,
  request_hour int,
  channel text not null,
  intent text,
  product_id text,
  category text,
  region text,
  question_id text,
  handled_by text not null,
  sentiment text,
  in_exam_hours boolean,
  seq int not null,
  agent_id text not null,
  connected_at timestamptz,
  ended_at timestamptz,
  seconds double precision,
  share_seconds double precision,
  primary key (shop_id, conversation_id, seq),
  foreign key (shop_id, conversation_id) references fact_conversation on delete cascade
);
create index fact_stint_day on fact_stint (shop_id, local_day);
-- What else did the agent hold at the time?
create index fact_stint_agent on fact_stint (shop_id, agent_id, ended_at) where ended_at is not null;

-- Waits and replies less the hours in which the shop is closed.
alter table fact_request add column open_wait_seconds double precision;
alter table fact_turn add column open_reply_seconds double precision;

-- What bot and people can be measured by alike. The fold fills them anew after an update (its version changed).
alter table fact_conversation
  add column customer_acts int not null default 0,
  add column first_reply_seconds double precision,
  add column is_rated boolean not null default false,
  add column is_rated_well boolean not null default false;

-- An agent's time is shared anew when another conversation comes to overlap with it, which may be of another day.
create trigger fact_stint_updated after update on fact_stint
  referencing new table as changed_facts for each statement execute function mark_changed_days();
