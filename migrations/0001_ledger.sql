-- Everything of a workspace. workspace_id comes first in every key, so that rows never cross and the tables can be spread by it.
-- Roll-ups, joins and the change cursor are written by the code of the same transaction: no triggers.

create table workspace (
  id uuid primary key,
  name text not null,
  is_demo boolean not null default false,
  created_at timestamptz not null default now()
);

-- The change cursor, which every write goes through, so that the workspace is checked once and not row by row. Its row lock puts the writers of a workspace in one line, so that commits follow the order of revs.
create table cursor (
  workspace_id uuid primary key references workspace (id) on delete cascade,
  value bigint not null check (value >= 0)
);

create table settings (
  workspace_id uuid not null,
  id text not null,
  first_name text not null,
  language text not null check (language in ('fr', 'en')),
  zone text not null,
  currency text not null,
  theme text not null,
  steps jsonb not null,
  week_starts_on text not null,
  import_mappings jsonb not null,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table schedule (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  effective_from date not null,
  weekdays jsonb not null,
  holidays text not null,
  easter text not null,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table day_off (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  "from" date not null,
  "to" date not null,
  kind text not null,
  removed boolean not null,
  rev bigint not null,
  primary key (workspace_id, id),
  check ("from" <= "to")
);

-- A goal counts gestures: there is no column in which an amount of money could stand (claim 1).
create table goal (
  workspace_id uuid not null,
  id uuid not null,
  goal_id text not null,
  member_id text not null,
  effective_from date not null,
  target integer not null check (target between 0 and 500),
  per text not null check (per in ('day', 'week')),
  measure jsonb not null check (measure ->> 'type' in ('all', 'kinds', 'conversations')),
  counting text not null check (counting in ('people', 'activities')),
  rev bigint not null,
  primary key (workspace_id, id)
);

create table kind (
  workspace_id uuid not null,
  id text not null,
  name text not null,
  icon text not null,
  hue text not null,
  minutes integer not null,
  people text not null,
  archived boolean not null,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table offer (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  price bigint,
  archived boolean not null,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table import_batch (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  file text not null,
  at timestamptz not null,
  added integer not null,
  completed integer not null,
  filled jsonb not null,
  undone_at timestamptz,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table contact (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  organisation text not null,
  role text not null,
  emails jsonb not null,
  phones jsonb not null,
  city text not null,
  address text not null,
  website text not null,
  birthday text not null,
  language text not null,
  relationship text not null,
  tags jsonb not null,
  notes text not null,
  source text not null,
  not_now jsonb,
  next_step jsonb,
  let_go jsonb,
  touches integer not null,
  last_touch_at timestamptz,
  first_reached_at timestamptz,
  last_reached_at timestamptz,
  last_words text not null,
  last_words_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  import_id uuid,
  archived_at timestamptz,
  deleted_at timestamptz,
  merged_into uuid,
  -- Beside the step, for the index of Suivis.
  next_due date,
  rev bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, merged_into) references contact (workspace_id, id),
  foreign key (workspace_id, import_id) references import_batch (workspace_id, id),
  -- Nobody is forgotten (claim 4): whoever is present has a next step with its day, or was explicitly let go.
  constraint nobody_is_forgotten check (
    archived_at is not null or deleted_at is not null or merged_into is not null or let_go is not null
    or (next_step is not null and next_due is not null and jsonb_typeof(next_step -> 'due') = 'string')
  ),
  constraint one_standing check (next_step is null or let_go is null),
  constraint not_into_oneself check (merged_into is null or merged_into <> id)
);

create table merge (
  workspace_id uuid not null,
  id uuid not null,
  keep uuid not null,
  gone uuid not null,
  keep_before jsonb not null,
  keep_after jsonb not null,
  undone_at timestamptz,
  rev bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, keep) references contact (workspace_id, id),
  foreign key (workspace_id, gone) references contact (workspace_id, id)
);

create table activity (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  kind text not null,
  direction text not null check (direction in ('out', 'in')),
  outcome text not null,
  contact_ids jsonb not null,
  minutes integer,
  title text not null,
  note text not null,
  not_now text,
  occurred_at timestamptz not null,
  day date not null,
  zone text not null,
  standing_before jsonb not null,
  corrects uuid,
  voided_at timestamptz,
  rev bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, corrects) references activity (workspace_id, id)
);

-- One row per person of an activity, under the id that the fact was given.
create table activity_contact (
  workspace_id uuid not null,
  contact_id uuid not null,
  activity_id uuid not null,
  occurred_at timestamptz not null,
  primary key (workspace_id, contact_id, activity_id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  foreign key (workspace_id, activity_id) references activity (workspace_id, id)
);

create table sale (
  workspace_id uuid not null,
  id uuid not null,
  member_id text not null,
  -- Cents.
  amount bigint not null check (amount <> 0),
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  offer_id uuid,
  contact_id uuid,
  activity_id uuid,
  refunds uuid,
  note text not null,
  occurred_at timestamptz not null,
  day date not null,
  zone text not null,
  voided_at timestamptz,
  rev bigint not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  foreign key (workspace_id, activity_id) references activity (workspace_id, id),
  foreign key (workspace_id, refunds) references sale (workspace_id, id),
  check ((refunds is null) = (amount > 0))
);

-- Every operation that arrived, once by its id. `activities` counts outgoing ones; `before` is what an edit replaced.
create table operation (
  workspace_id uuid not null,
  id uuid not null,
  device uuid,
  sequence bigint,
  member_id text not null,
  type text not null,
  fingerprint text not null,
  status text not null check (status in ('ok', 'refused')),
  reason text check ((status = 'refused') = (reason is not null)),
  at timestamptz,
  zone text,
  format integer not null,
  recorded_at timestamptz not null default now(),
  contact_id uuid,
  change jsonb,
  before jsonb,
  rev bigint not null,
  primary key (workspace_id, id)
);

create table device (
  workspace_id uuid not null,
  member_id text not null,
  id uuid not null,
  max_sequence bigint not null,
  -- Sequence numbers below the largest that never arrived.
  missing jsonb not null,
  seen_at timestamptz not null default now(),
  wipe boolean not null default false,
  primary key (workspace_id, member_id, id)
);

-- Per member, day, kind and outcome: outgoing activities, conversations either way, minutes. What was undone counts zero.
create table roll_up (
  workspace_id uuid not null,
  member_id text not null,
  day date not null,
  kind text not null,
  outcome text not null,
  activities integer not null,
  conversations integer not null,
  minutes integer not null,
  rev bigint not null,
  primary key (workspace_id, member_id, day, kind, outcome)
);

create index on settings (workspace_id, rev);
create index on schedule (workspace_id, rev);
create index on schedule (workspace_id, member_id);
create index on day_off (workspace_id, rev);
create index on day_off (workspace_id, member_id);
create index on goal (workspace_id, rev);
create index on goal (workspace_id, member_id);
create index on kind (workspace_id, rev);
create index on offer (workspace_id, rev);
create index on import_batch (workspace_id, rev);
create index on contact (workspace_id, rev);
create index on contact (workspace_id, next_due) where next_due is not null;
create index on contact (workspace_id, merged_into) where merged_into is not null;
create index on contact (workspace_id, import_id) where import_id is not null;
create index on merge (workspace_id, rev);
create index on activity (workspace_id, rev);
create index on activity (workspace_id, member_id, day);
create index on activity_contact (workspace_id, contact_id, occurred_at desc, activity_id desc);
create index on sale (workspace_id, rev);
create index on sale (workspace_id, day);
create index on sale (workspace_id, refunds) where refunds is not null;
create index on operation (workspace_id, contact_id, rev) where contact_id is not null;
create index on roll_up (workspace_id, rev);

do $$
declare
  name text;
begin
  foreach name in array array[
    'cursor', 'settings', 'schedule', 'day_off', 'goal', 'kind', 'offer', 'import_batch', 'contact', 'merge', 'activity',
    'activity_contact', 'sale', 'operation', 'device', 'roll_up'
  ] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format(
      'create policy own_workspace on %I using (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)'
      ' with check (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', name);
  end loop;
end
$$;

grant select, insert, update on workspace to entrain_app;
grant select, insert, update on
  cursor, settings, schedule, day_off, goal, kind, offer, import_batch, contact, merge, sale, device, roll_up to entrain_app;
-- Facts: recorded once. An activity changes only by being undone; what arrived never changes.
grant select, insert on operation, activity_contact, activity to entrain_app;
grant update (voided_at, rev) on activity to entrain_app;
