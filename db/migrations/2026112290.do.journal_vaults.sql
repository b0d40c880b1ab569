-- The sealed vaults. No table of members is named here, and none here is named there: nothing in the database says whose
-- vault is whose. No time is kept, only days, and those only where something has to be forgotten after a while.

create table vaults (
  id         bytea primary key check (octet_length(id) = 16),
  token_hash bytea not null check (octet_length(token_hash) = 32),  -- SHA-256 of what its devices prove themselves with
  revision   integer not null default 0,                            -- the last one given to a write
  records    integer not null default 0,                            -- for the limits
  bytes      integer not null default 0
);

create table vault_records (
  vault_id      bytea not null references vaults on delete cascade,
  record_id     bytea not null check (octet_length(record_id) = 16),
  revision      integer not null,
  base_revision integer not null,                                   -- what this write replaced; sealed into the blob as well
  blob          bytea not null check (octet_length(blob) between 301 and 16429),
  gone_on       date,                                               -- removed by its owner: forgotten 180 days later
  primary key (vault_id, record_id),
  unique (vault_id, revision)
);

create index vault_records_gone on vault_records (gone_on) where gone_on is not null;

-- A write whose answer was lost is sent again; for 30 days it is known by its number.
create table vault_writes (
  vault_id bytea not null references vaults on delete cascade,
  op_id    bytea not null check (octet_length(op_id) = 16),
  revision integer not null,
  done_on  date not null,
  primary key (vault_id, op_id)
);

create index vault_writes_by_day on vault_writes (done_on);

-- Two devices of one person meet: a public key made for this once, then the sealed secret. Gone when it was fetched,
-- and with the day.
create table vault_meetings (
  id      bytea not null check (octet_length(id) = 16),
  kind    text not null check (kind in ('key', 'secret')),
  note    bytea not null check (octet_length(note) between 1 and 128),
  left_on date not null,
  primary key (id, kind)
);
