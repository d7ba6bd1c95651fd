-- The session by which a device was last seen: when it is ended from elsewhere, that device is asked to forget everything.
alter table device add column session_id text;
create index on device (workspace_id, member_id, session_id);
