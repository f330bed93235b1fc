-- Said by the shop's page or by the customer, unverified: where a survey's link can be sent.
alter table customer add column email text, add column phone text;

-- Whether this closed conversation was looked at for surveys; like folded_seq no part of the log.
alter table conversation add column surveys_decided_at timestamptz;
update conversation set surveys_decided_at = closed_at where handling = 'closed' and origin = 'live';
create index conversation_undecided on conversation (shop_id, closed_at)
  where handling = 'closed' and origin = 'live' and (surveys_decided_at is null or surveys_decided_at < closed_at);

-- What is to be asked and when; that it was asked stands in the log.
create table survey_invitation (
  shop_id uuid not null,
  conversation_id uuid not null,
  survey text not null check (survey in ('csat', 'nps', 'ces')),
  customer_id uuid not null,
  state text not null check (state in ('due', 'invited', 'dropped')),
  due_at timestamptz not null,
  invited_at timestamptz,
  primary key (shop_id, conversation_id, survey),
  foreign key (shop_id, conversation_id) references conversation (shop_id, conversation_id) on delete cascade
);
create index survey_invitation_due on survey_invitation (due_at) where state = 'due';
create index survey_invitation_customer on survey_invitation (shop_id, customer_id, survey, invited_at)
  where state = 'invited';

create table survey_webhook (
  shop_id uuid not null references shop on delete cascade,
  url text not null,
  secret text not null,
  primary key (shop_id)
);

-- Links handed to the webhook. The body holds an address and a link, so it goes as soon as it is not needed.
create table survey_delivery (
  shop_id uuid not null,
  delivery_id uuid not null,
  conversation_id uuid not null,
  survey text not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  body jsonb,
  attempts int not null default 0,
  next_at timestamptz not null,
  changed_at timestamptz not null,
  -- Of the receiver's last reply.
  status int,
  error text,
  primary key (shop_id, delivery_id),
  unique (shop_id, conversation_id, survey),
  foreign key (shop_id, conversation_id) references conversation (shop_id, conversation_id) on delete cascade
);
create index survey_delivery_waiting on survey_delivery (next_at) where state = 'waiting';
create index survey_delivery_recent on survey_delivery (shop_id, changed_at desc);

alter table fact_survey
  alter column value drop not null,
  add column is_invited boolean not null default false,
  add column is_answered boolean not null default true,
  add column via text,
  add column comment text;
-- The list of answers, latest first.
create index fact_survey_recent on fact_survey (shop_id, started_at desc, conversation_id);
create index fact_rating_recent on fact_rating (shop_id, started_at desc, conversation_id);
