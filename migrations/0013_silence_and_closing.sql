-- Of the address that a message left for, its keyed digest: the way out still silences it once she was erased (law R9, R16).
alter table public_link add column address_digest bytea;

-- The lines of the law as a message left with, for the proof (law R20); empty until it leaves. The link's own part is not in them.
alter table message add column closing text not null default '';
