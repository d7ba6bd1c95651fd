-- A stop that was noted by mistake, and taken back at once, leaves no address silent; the next one does again.
alter table suppression add column released_at timestamptz;
grant update (at, released_at) on suppression to entrain_app;
