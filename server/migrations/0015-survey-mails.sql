-- What a mail is: customers get mails too now, many of them, and the shop looks for its reports among those.
alter table mail add column kind text not null default 'report' check (kind in ('report', 'alert', 'survey'));
update mail set kind = 'alert'
 where exists (select 1 from alert where alert.shop_id = mail.shop_id and alert.alert_id = mail.mail_id);
alter table mail alter column kind drop default;
create index mail_recent on mail (shop_id, created_at desc);
create index mail_delivery_stuck on mail_delivery (shop_id) where state in ('failed', 'unsure');
