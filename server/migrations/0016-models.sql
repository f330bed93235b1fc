-- The models that help the bot. The key is sealed with a key that lies outside the database (secrets.json).
create table model_setting (
  shop_id uuid not null references shop on delete cascade,
  kind text not null check (kind in ('chat', 'embedding')),
  base_url text not null,
  key_sealed text,
  model text not null,
  is_on boolean not null,
  -- Per million tokens.
  price_in double precision,
  price_out double precision,
  daily_tokens bigint,
  primary key (shop_id, kind)
);

-- By the shop's local day.
create table model_usage (
  shop_id uuid not null references shop on delete cascade,
  kind text not null check (kind in ('chat', 'embedding')),
  day date not null,
  calls int not null default 0,
  failures int not null default 0,
  tokens_in bigint not null default 0,
  tokens_out bigint not null default 0,
  estimated_calls int not null default 0,
  -- At the prices of the moment of each call.
  cost double precision not null default 0,
  used int not null default 0,
  declined int not null default 0,
  rejected int not null default 0,
  last_problem text,
  last_detail text,
  last_failed_at timestamptz,
  primary key (shop_id, kind, day)
);

-- What a model made of a wording. Found by what it was made of, so that nothing is embedded twice.
create table wording_vector (
  shop_id uuid not null references shop on delete cascade,
  -- Of address and model: the same name elsewhere may be another model.
  model_id text not null,
  text_hash text not null,
  -- One signed byte for each number of a vector of length 1, in steps of `step`.
  vector bytea not null,
  step real not null,
  primary key (shop_id, model_id, text_hash)
);
