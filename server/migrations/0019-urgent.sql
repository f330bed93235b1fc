-- What the customer said who can't wait, while the conversation is open: routing gives such a head start.
alter table conversation add column urgent_words text;

-- What is open now, as its log says.
update conversation c set urgent_words = coalesce(said.body->>'urgentWords', '')
  from conversation o
 cross join lateral (
   select e.body from event e
    where e.shop_id = o.shop_id and e.conversation_id = o.conversation_id
      and e.type = 'conversation.classified' and e.body ? 'isUrgent'
    order by e.seq desc limit 1) said
 where o.handling <> 'closed' and c.shop_id = o.shop_id and c.conversation_id = o.conversation_id
   and (said.body->>'isUrgent')::boolean;
