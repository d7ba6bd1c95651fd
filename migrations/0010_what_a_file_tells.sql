-- What a file of the past tells of its facts: the line where each stands, which orders those of one moment, and whether it gave
-- the day alone, whose hour is then nobody's. Empty for what was logged here, and for what came in before.
alter table activity add column line integer, add column is_day_only boolean;
alter table sale add column line integer, add column is_day_only boolean;

-- The figures are told by these facts, and by definitions that moved with them: what was kept is told again at the next look.
truncate kept_bilan;
