-- A message that was left stays one while the customer goes on asking the bot.
alter table conversation add column message_at timestamptz;
drop index conversation_unanswered;
create index conversation_unanswered on conversation (shop_id, last_event_at) where handling in ('bot', 'message') and answered_seq < last_customer_seq;
