-- A shop's changes to the tree of intents that comes with the product (answering/src/intents/default-tree.ts), and what
-- it added. What has no row is as it came; keys are never changed, facts carry them.
create table intent (
  shop_id uuid not null references shop on delete cascade,
  intent_key text not null,
  -- None: a group.
  parent_key text,
  name_zh text not null,
  name_en text not null,
  position int not null,
  is_retired boolean not null default false,
  uses_built_in boolean not null default true,
  primary key (shop_id, intent_key)
);

-- What the shop's classifier learns beside the product's own phrasings.
create table intent_example (
  shop_id uuid not null references shop on delete cascade,
  example_id uuid not null,
  intent_key text not null,
  text text not null,
  origin text not null check (origin in ('own', 'correction')),
  conversation_id uuid,
  created_at timestamptz not null,
  created_by uuid,
  primary key (shop_id, example_id)
);
create index intent_example_intent on intent_example (shop_id, intent_key);
-- Corrected again, a conversation teaches the last only.
create unique index intent_example_conversation on intent_example (shop_id, conversation_id) where origin = 'correction';

create table product (
  shop_id uuid not null references shop on delete cascade,
  product_id text not null,
  name text not null,
  aliases text[] not null default '{}',
  category text,
  -- seen: learned from a card or a page, until somebody names it.
  origin text not null check (origin in ('own', 'demo', 'seen')),
  updated_at timestamptz not null,
  primary key (shop_id, product_id)
);

-- Up to where the conversation's words have been classified; no part of the log.
alter table conversation add column classified_seq int not null default 0;
create index conversation_unclassified on conversation (shop_id, last_event_at) where classified_seq < last_seq;
