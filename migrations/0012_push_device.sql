-- Browsers that asked to be reminded, each by its own push service. What is sent is sealed for that browser alone (RFC 8291); `morning_on` and
-- `evening_on` are the last days on which it was: once a day each.
create table push_device (
  workspace_id uuid not null,
  member_id text not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  made_at timestamptz not null default now(),
  morning_on date,
  evening_on date,
  primary key (workspace_id, member_id, endpoint)
);
alter table push_device enable row level security;
alter table push_device force row level security;
create policy own_workspace on push_device using (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  with check (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
grant select, insert, update, delete on push_device to entrain_app;
