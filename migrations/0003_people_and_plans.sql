-- Who may be written to, who asked, who is invited, what was sent; the pages of the days, plans and challenges.

alter table contact
  add column country text not null default '',
  add column zone text not null default '',
  add column line text not null default 'consumer' check (line in ('consumer', 'business')),
  add column interests jsonb not null default '[]',
  add column keep_in_touch integer,
  add column sequence jsonb,
  add column unanswered_at jsonb not null default '[]';

-- The ten latest touches that nobody answered, told from the facts that were kept before the column was.
update contact c set unanswered_at = told.touched
from (
  select latest.workspace_id, latest.contact_id, jsonb_agg(to_char(latest.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') order by latest.occurred_at) as touched
  from (
    select l.workspace_id, l.contact_id, a.occurred_at, row_number() over (partition by l.workspace_id, l.contact_id order by a.occurred_at desc) as place
    from activity_contact l
      join activity a on a.workspace_id = l.workspace_id and a.id = l.activity_id
      join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
    where a.voided_at is null and a.direction = 'out' and a.outcome not in ('reached', 'replied', 'meeting-booked', 'not-now', 'no', 'yes')
      and (p.last_reached_at is null or a.occurred_at > p.last_reached_at)
  ) latest
  where latest.place <= 10
  group by latest.workspace_id, latest.contact_id
) told
where c.workspace_id = told.workspace_id and c.id = told.contact_id;

alter table activity add column import_id uuid, add foreign key (workspace_id, import_id) references import_batch (workspace_id, id);
alter table sale add column import_id uuid, add foreign key (workspace_id, import_id) references import_batch (workspace_id, id);
alter table import_batch add column activities integer not null default 0, add column sales integer not null default 0;
alter table offer add column points text not null default '', add column created_at timestamptz;
alter table settings
  add column cadences jsonb,
  add column sender jsonb,
  add column reminders jsonb not null default '{"morning": null, "evening": null}',
  add column goal_offer jsonb not null default '{"offeredOn": null, "refusedOn": null}';

-- Append-only: the proof of what someone allowed or withdrew (law R4). No update is granted.
create table consent (
  workspace_id uuid not null,
  id uuid not null,
  contact_id uuid not null,
  member_id text not null,
  fact jsonb not null check (jsonb_typeof(fact -> 'type') = 'string'),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  rev bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);

-- Addresses that asked for silence, as keyed digests: they outlive the person's record (law R16).
create table suppression (
  workspace_id uuid not null,
  digest bytea not null,
  -- What was withdrawn, as JSON.
  scope text not null,
  at timestamptz not null default now(),
  primary key (workspace_id, digest, scope)
);

create table enquiry (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  contact_id uuid,
  via text not null,
  received_at timestamptz not null,
  name text not null,
  email text not null,
  phone text not null,
  city text not null,
  subject text not null,
  words text not null,
  language text not null,
  may_write text not null,
  closed_at timestamptz,
  rev bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);

create table event (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  title text not null,
  place text not null,
  latitude double precision,
  longitude double precision,
  venue text not null,
  day date not null,
  time text,
  until date,
  offer_id uuid,
  subjects jsonb not null,
  link text not null,
  note text not null,
  created_at timestamptz not null,
  archived_at timestamptz,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table invitation (
  workspace_id uuid not null,
  id text not null,
  event_id uuid not null,
  contact_id uuid not null,
  member_id text not null,
  state text not null,
  channel text,
  at timestamptz not null,
  rev bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, event_id) references event (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);

create table template (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  purpose text not null,
  language text not null,
  subject text not null,
  body text not null,
  archived boolean not null,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table sequence (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  steps jsonb not null,
  archived boolean not null,
  rev bigint not null,
  primary key (workspace_id, id)
);

-- A message leaves at most once: it is claimed ('sending') in a transaction of its own before the first byte goes out.
create table message (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  contact_id uuid not null,
  event_id uuid,
  "to" text not null,
  subject text not null,
  body text not null,
  purpose text not null,
  language text not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'failed', 'blocked', 'unsure', 'cancelled')),
  detail text not null,
  at timestamptz not null,
  sent_at timestamptz,
  rev bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);

create table day_page (
  workspace_id uuid not null,
  id text not null,
  member_id text not null,
  day date not null,
  energy integer check (energy between 1 and 5),
  confidence integer check (confidence between 1 and 5),
  intention text not null,
  line text not null,
  tomorrow jsonb not null,
  closed_at timestamptz,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table plan (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  wish text not null,
  at timestamptz not null,
  day date not null,
  content jsonb not null,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table challenge (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  title text not null,
  items jsonb not null,
  "from" date not null,
  "to" date not null,
  pauses jsonb not null,
  ended_at timestamptz,
  stakes text not null,
  template text,
  rev bigint not null,
  primary key (workspace_id, id),
  check ("from" <= "to")
);

create index on consent (workspace_id, rev);
create index on consent (workspace_id, contact_id);
create index on enquiry (workspace_id, rev);
create index on event (workspace_id, rev);
create index on invitation (workspace_id, rev);
create index on template (workspace_id, rev);
create index on sequence (workspace_id, rev);
create index on message (workspace_id, rev);
create index on message (workspace_id, state) where state in ('queued', 'sending');
create index on day_page (workspace_id, rev);
create index on plan (workspace_id, rev);
create index on challenge (workspace_id, rev);
create index on activity (workspace_id, import_id) where import_id is not null;
create index on sale (workspace_id, import_id) where import_id is not null;
create index on sale (workspace_id, contact_id) where contact_id is not null;

do $$
declare
  name text;
begin
  foreach name in array array[
    'consent', 'suppression', 'enquiry', 'event', 'invitation', 'template', 'sequence', 'message', 'day_page', 'plan', 'challenge'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', name);
  end loop;
end
$$;

grant select, insert, update on enquiry, event, invitation, template, sequence, message, day_page, plan, challenge to entrain_app;
grant select, insert on consent, suppression to entrain_app;
grant update (title, note) on activity to entrain_app;
-- What an operation said of someone who asked to be erased.
grant update (change, before) on operation to entrain_app;
