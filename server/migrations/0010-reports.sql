-- How a shop sends mail. The password is sealed with a key that lies outside the database (secrets.json).
create table mail_settings (
  shop_id uuid not null references shop on delete cascade,
  host text not null,
  port int not null,
  security text not null check (security in ('tls', 'starttls', 'none')),
  user_name text not null,
  password_sealed text,
  from_name text not null,
  from_address text not null,
  primary key (shop_id)
);

-- What is to be sent, once; its id is derived from what it is about, so that the same mail can't be queued twice.
create table mail (
  shop_id uuid not null references shop on delete cascade,
  mail_id uuid not null,
  subject text not null,
  html text not null,
  body_text text not null,
  created_at timestamptz not null,
  primary key (shop_id, mail_id)
);

-- To each recipient on its own: a dead address fails alone.
create table mail_delivery (
  shop_id uuid not null,
  mail_id uuid not null,
  recipient text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'failed', 'unsure')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  claimed_at timestamptz,
  -- From here on the other side may have it. Whoever dies after this moment leaves an unsure one, never sent again by itself.
  handed_over_at timestamptz,
  sent_at timestamptz,
  problem text,
  -- The mail server's own words.
  detail text,
  primary key (shop_id, mail_id, recipient),
  foreign key (shop_id, mail_id) references mail on delete cascade
);
create index mail_delivery_open on mail_delivery (next_attempt_at) where state in ('waiting', 'sending');

create table report (
  shop_id uuid not null references shop on delete cascade,
  report_id uuid not null,
  name text not null,
  frequency text not null check (frequency in ('daily', 'weekly')),
  -- 0 = Sunday; only of a weekly one.
  weekday int not null,
  at_time text not null,
  recipients text[] not null,
  language text not null,
  metrics text[] not null,
  is_on boolean not null,
  -- null: switched off.
  next_run_at timestamptz,
  last_run_at timestamptz,
  last_mail_id uuid,
  created_at timestamptz not null,
  primary key (shop_id, report_id)
);
create index report_due on report (next_run_at) where next_run_at is not null;

create table alert_rule (
  shop_id uuid not null references shop on delete cascade,
  rule_id uuid not null,
  metric text not null,
  -- {"kind": "above" | "below", "threshold": n} or {"kind": "tag", "tag": "urgent" | "worsening"}
  condition jsonb not null,
  -- Days of the window that ends today; 1: today so far.
  window_days int not null,
  minimum_cases int not null,
  recipients text[] not null,
  is_shown boolean not null,
  language text not null,
  cool_down_hours int not null,
  is_on boolean not null,
  state text not null default 'calm' check (state in ('calm', 'alarmed')),
  -- Since when a tag has been away; an alarm ends when it has stayed away.
  calm_since timestamptz,
  last_fired_at timestamptz,
  checked_at timestamptz,
  last_value double precision,
  created_at timestamptz not null,
  primary key (shop_id, rule_id)
);
create index alert_rule_due on alert_rule (checked_at) where is_on;

-- What was raised, with the rule as it was then.
create table alert (
  shop_id uuid not null references shop on delete cascade,
  alert_id uuid not null,
  rule_id uuid not null,
  metric text not null,
  condition jsonb not null,
  value double precision not null,
  numerator double precision not null,
  -- null: a count
  denominator double precision,
  previous double precision,
  peer_median double precision,
  window_from date not null,
  window_to date not null,
  is_shown boolean not null,
  fired_at timestamptz not null,
  recovered_at timestamptz,
  primary key (shop_id, alert_id)
);
create index alert_fired on alert (shop_id, fired_at);

-- Up to when somebody has seen the alerts.
create table alert_seen (
  shop_id uuid not null,
  staff_id uuid not null,
  seen_at timestamptz not null,
  primary key (shop_id, staff_id),
  foreign key (shop_id, staff_id) references staff on delete cascade
);

-- Where a shop stands on this installation: its industry and the quartile of its volume (4 = the busiest).
create table peer_standing (
  shop_id uuid not null references shop on delete cascade,
  industry text not null,
  tier int not null,
  as_of date not null,
  primary key (shop_id)
);

-- The last 30 days of all shops of an industry and tier, without saying whose a value is. Reference data: small, no shop's.
create table peer_distribution (
  industry text not null,
  tier int not null,
  metric text not null,
  shops int not null,
  -- [{"p": 10, "value": n}, …], rising in both.
  points jsonb not null,
  as_of date not null,
  primary key (industry, tier, metric)
);

-- A benchmark that a shop has brought along; replaced as a whole.
create table benchmark_file (
  shop_id uuid not null references shop on delete cascade,
  file_name text not null,
  -- Which tier of the file the shop compares itself with; null: the file has but one.
  tier text,
  imported_at timestamptz not null,
  primary key (shop_id)
);
create table benchmark (
  shop_id uuid not null,
  metric text not null,
  industry text not null,
  tier text not null,
  points jsonb not null,
  primary key (shop_id, metric, industry, tier),
  foreign key (shop_id) references benchmark_file on delete cascade
);

-- The industry was free text, offered in the words of either language; it is a choice now. Other words stay as they are.
update shop set settings = jsonb_set(settings, '{industry}', to_jsonb(case settings->>'industry'
    when '服饰鞋包' then 'apparel' when 'Clothing, shoes and bags' then 'apparel'
    when '家居日用' then 'home' when 'Home and living' then 'home'
    when '数码家电' then 'electronics' when 'Electronics' then 'electronics'
    when '美妆个护' then 'beauty' when 'Beauty and care' then 'beauty'
    when '食品生鲜' then 'food' when 'Food and groceries' then 'food'
    when '母婴玩具' then 'baby' when 'Baby and toys' then 'baby'
    when '运动户外' then 'sports' when 'Sports and outdoor' then 'sports' when '户外旅行用品' then 'sports'
    when '其他' then 'other' when 'Other' then 'other'
    else settings->>'industry' end))
 where coalesce(settings->>'industry', '') <> '';
