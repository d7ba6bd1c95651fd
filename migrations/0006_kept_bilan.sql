-- The last Bilan told for what was asked, so that a long log is not told again at each look. It is derived from the facts: it
-- may be deleted at any time, and never travels to a device.
create table kept_bilan (
  workspace_id uuid not null,
  member_id text not null,
  -- What was asked, in its own days; `reach` is the same counted back from the day it was asked on.
  scope text not null,
  reach text not null,
  cursor bigint not null,
  today date not null,
  took_ms integer not null,
  told_at timestamptz not null,
  content json not null,
  primary key (workspace_id, member_id, scope)
);
create index on kept_bilan (workspace_id, member_id, reach, told_at);

alter table kept_bilan enable row level security;
alter table kept_bilan force row level security;
create policy own_workspace on kept_bilan using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on kept_bilan to entrain_app;
