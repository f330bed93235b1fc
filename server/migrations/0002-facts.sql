-- What is measured: one table per kind of fact (measures/src/facts.ts), its columns in snake_case, written anew for a
-- conversation whenever its log has grown. local_day is the conversation's first day where the shop is; every figure
-- asks for a window of days, so that its cost follows the window.

-- What a shop's facts were folded with. Its row is also the lock that lets one fold at a time run in a shop.
create table fact_settings (
  shop_id uuid not null references shop on delete cascade,
  -- Counts the changes; facts that carry a smaller number are folded again.
  number int not null,
  settings text not null,
  primary key (shop_id)
);

create table fact_conversation (
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
  in_exam_hours boolean,
  ended_at timestamptz,
  agent_id text,
  reason text,
  sentiment text,
  sentiment_point int,
  handled_by text not null,
  is_bot boolean not null,
  hot_clicks int not null,
  interactions int not null,
  bot_first_response_seconds double precision,
  bot_seconds double precision,
  asked_at_once boolean not null,
  is_eligible boolean not null,
  is_thumbed_down boolean not null,
  has_unknown boolean not null,
  ends_unknown boolean not null,
  ends_unclicked boolean not null,
  is_resolved boolean not null,
  is_resolved_unless_ends_unknown boolean not null,
  is_bounced boolean not null,
  has_goal boolean not null,
  is_goal_done boolean not null,
  is_goal_done_by_bot boolean not null,
  bot_stars int,
  requests int not null,
  has_request boolean not null,
  is_connected boolean not null,
  is_replied boolean not null,
  is_offline boolean not null,
  is_unserved boolean not null,
  human_first_response_seconds double precision,
  handle_seconds double precision,
  is_transferred boolean not null,
  is_reopened boolean not null,
  human_stars int,
  is_rated_badly boolean not null,
  is_returned boolean,
  -- Of the fold, not of the fact: which settings it knew, and when a question still open becomes an unanswered one.
  settings_number int not null,
  turn_due_at timestamptz,
  primary key (shop_id, conversation_id),
  -- Deferred: checked early, it would hold up whoever appends to these conversations until the fold has ended.
  foreign key (shop_id, conversation_id) references conversation on delete cascade deferrable initially deferred
);
create index fact_conversation_day on fact_conversation (shop_id, local_day);

create table fact_question (
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
  in_exam_hours boolean,
  seq int not null,
  question_seq int not null,
  trigger text not null,
  outcome text not null,
  entry_id text,
  is_chitchat boolean not null,
  has_list boolean not null,
  is_clicked boolean not null,
  is_covered boolean not null,
  primary key (shop_id, conversation_id, seq),
  foreign key (shop_id, conversation_id) references fact_conversation on delete cascade
);
create index fact_question_day on fact_question (shop_id, local_day);

create table fact_turn (
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
  in_exam_hours boolean,
  seq int not null,
  reply_seq int,
  agent_id text,
  opened_at timestamptz,
  closed_at timestamptz,
  reply_seconds double precision,
  capped_seconds double precision,
  is_answered boolean not null,
  is_courtesy boolean not null,
  is_offline boolean not null,
  primary key (shop_id, conversation_id, seq),
  foreign key (shop_id, conversation_id) references fact_conversation on delete cascade
);
create index fact_turn_day on fact_turn (shop_id, local_day);

create table fact_request (
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
  in_exam_hours boolean,
  seq int not null,
  at timestamptz,
  by text not null,
  agent_id text,
  outcome text not null,
  entered_queue boolean not null,
  wait_seconds double precision,
  is_in_time boolean not null,
  in_service_hours boolean,
  primary key (shop_id, conversation_id, seq),
  foreign key (shop_id, conversation_id) references fact_conversation on delete cascade
);
create index fact_request_day on fact_request (shop_id, local_day);

create table fact_rating (
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
  in_exam_hours boolean,
  target text not null,
  at timestamptz,
  agent_id text,
  stars int not null,
  first_stars int not null,
  is_satisfied boolean not null,
  is_dissatisfied boolean not null,
  is_im_bad boolean not null,
  is_first_im_bad boolean not null,
  is_valid boolean not null,
  reason text,
  is_reason_attitude boolean not null,
  is_reason_unsolved boolean not null,
  is_reason_slow boolean not null,
  is_reason_repeat boolean not null,
  is_reason_other boolean not null,
  comment text,
  primary key (shop_id, conversation_id, target),
  foreign key (shop_id, conversation_id) references fact_conversation on delete cascade
);
create index fact_rating_day on fact_rating (shop_id, local_day);

create table fact_survey (
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
  in_exam_hours boolean,
  survey text not null,
  at timestamptz,
  agent_id text,
  value int not null,
  nps_point int,
  is_easy boolean not null,
  primary key (shop_id, conversation_id, survey),
  foreign key (shop_id, conversation_id) references fact_conversation on delete cascade
);
create index fact_survey_day on fact_survey (shop_id, local_day);

create table fact_answer_label (
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
  in_exam_hours boolean,
  seq int not null,
  is_correct boolean not null,
  entry_id text,
  outcome text,
  primary key (shop_id, conversation_id, seq),
  foreign key (shop_id, conversation_id) references fact_conversation on delete cascade
);
create index fact_answer_label_day on fact_answer_label (shop_id, local_day);
-- Did the customer come back, and what came before?
create index fact_conversation_customer on fact_conversation (shop_id, customer_id, started_at);
-- Facts that change by the passing of time or of settings alone.
create index fact_conversation_settings on fact_conversation (shop_id, settings_number);
create index fact_conversation_turn_due on fact_conversation (turn_due_at) where turn_due_at is not null;
create index fact_conversation_return_due on fact_conversation (ended_at) where is_returned is null and ended_at is not null;
