-- Since when an event is where and when it is, and an offer is there again: a « not now » opens once, at the instant when what it waits for came true.
-- Empty for what was written before.
alter table event add column stood jsonb;
alter table offer add column shelved jsonb;
