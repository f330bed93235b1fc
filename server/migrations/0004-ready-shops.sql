-- A shop whose making was interrupted (the demo takes seconds to load) is not ready: the next start makes it anew.
alter table shop add column is_ready boolean not null default true;
