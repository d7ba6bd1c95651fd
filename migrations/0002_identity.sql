-- Who people are and where they belong. Global tables: they are read before any workspace is known, so no row-level
-- security can apply; only src/server/identity reads or writes them.

create table identity_user (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  -- Lower case. Until a person gives hers, an address under .invalid that nobody can sign in with.
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);

create table identity_session (
  id uuid primary key default gen_random_uuid(),
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references identity_user (id) on delete cascade
);
create index identity_session_user on identity_session (user_id);

create table identity_account (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references identity_user (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create index identity_account_user on identity_account (user_id);
-- Two first passwords at once must not leave two ways in.
create unique index identity_account_one_password on identity_account (user_id) where provider_id = 'credential';

create table identity_verification (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create index identity_verification_identifier on identity_verification (identifier);

create table identity_passkey (
  id uuid primary key default gen_random_uuid(),
  name text,
  public_key text not null,
  user_id uuid not null references identity_user (id) on delete cascade,
  credential_id text not null unique,
  counter integer not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  created_at timestamptz,
  aaguid text
);
create index identity_passkey_user on identity_passkey (user_id);

create table identity_api_key (
  id uuid primary key default gen_random_uuid(),
  config_id text not null,
  name text,
  start text,
  reference_id uuid not null references identity_user (id) on delete cascade,
  prefix text,
  key text not null unique,
  refill_interval integer,
  refill_amount integer,
  last_refill_at timestamptz,
  enabled boolean,
  rate_limit_enabled boolean,
  rate_limit_time_window integer,
  rate_limit_max integer,
  request_count integer,
  remaining integer,
  last_request timestamptz,
  expires_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  permissions text,
  metadata text
);
create index identity_api_key_reference on identity_api_key (reference_id);

create table identity_rate_limit (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);

create table identity_member (
  workspace_id uuid not null references workspace (id),
  user_id uuid not null references identity_user (id),
  role text not null check (role in ('owner', 'member')),
  created_at timestamptz not null default current_timestamp,
  -- Someone removed keeps her line: what she did stays signed.
  removed_at timestamptz,
  primary key (workspace_id, user_id)
);
create index identity_member_user on identity_member (user_id);

create table identity_invitation (
  id uuid primary key default gen_random_uuid(),
  workspace_id uuid not null references workspace (id),
  -- SHA-256 of 256 random bits: the link itself is kept nowhere.
  token_hash bytea not null unique,
  email text not null,
  role text not null check (role in ('owner', 'member')),
  invited_by uuid not null references identity_user (id),
  created_at timestamptz not null default current_timestamp,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz
);
create index identity_invitation_workspace on identity_invitation (workspace_id);

create table identity_entry_link (
  token_hash bytea primary key,
  user_id uuid not null references identity_user (id) on delete cascade,
  expires_at timestamptz not null
);

grant select, insert, update, delete on
  identity_user, identity_session, identity_account, identity_verification, identity_passkey, identity_api_key,
  identity_rate_limit, identity_invitation, identity_entry_link
to entrain_app;
grant select, insert, update on identity_member to entrain_app;
grant insert, update (name) on workspace to entrain_app;
