-- Links that people outside follow without signing in: they are read before any workspace is known, so no row-level
-- security can apply. They are kept for ever: a message may be read years later (law R9).
create table public_link (
  token_hash bytea primary key,
  workspace_id uuid not null references workspace (id) on delete cascade,
  member_id text not null,
  kind text not null check (kind in ('unsubscribe', 'form')),
  contact_id uuid,
  -- The address of a form is public by nature, and shown again when it is asked for; of the others only the hash is kept.
  token text check ((token is not null) = (kind = 'form')),
  created_at timestamptz not null default now(),
  closed_at timestamptz
);
create index public_link_of_workspace on public_link (workspace_id, kind);

-- The person's own SMTP server. The password is sealed with a key that is not in the database.
create table mail_account (
  workspace_id uuid not null,
  member_id text not null,
  host text not null,
  port integer not null check (port between 1 and 65535),
  security text not null check (security in ('tls', 'starttls', 'none')),
  username text not null,
  sealed_password bytea not null,
  from_name text not null,
  from_address text not null,
  checked_at timestamptz,
  primary key (workspace_id, member_id)
);

-- The key of the digests of `suppression`: one a workspace, with the data, so that silence outlives a move to another machine.
create table suppression_key (
  workspace_id uuid primary key,
  key bytea not null
);

do $$
declare
  name text;
begin
  foreach name in array array['mail_account', 'suppression_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', name);
  end loop;
end
$$;

grant select, insert, update on public_link to entrain_app;
grant select, insert, update, delete on mail_account to entrain_app;
grant select, insert on suppression_key to entrain_app;
