-- The secret address of a member's own calendar. Only a hash is kept: the address itself is shown once.
create table calendar_addresses (
  member_id bigint primary key references members on delete cascade,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  -- The calendar says "Appointment" instead of the names of meetings.
  plain boolean not null default false,
  made_at timestamptz not null
);
