-- Where a member lets themselves be told by e-mail. The address is sealed with a key that is not in the database.
create table mail_addresses (
  member_id     bigint primary key references members on delete cascade,
  sealed        bytea not null check (octet_length(sealed) <= 400),
  -- Of the word in every mail that ends them.
  stop_hash     bytea not null unique check (octet_length(stop_hash) = 32),
  -- Of the word in the one mail that asks whether the address is theirs.
  confirm_hash  bytea unique check (octet_length(confirm_hash) = 32),
  confirm_until timestamptz not null,
  confirmed_at  timestamptz,
  pace          text not null check (pace in ('once', 'daily')),
  hour          integer not null check (hour between 0 and 23),
  zone          text not null,
  kinds         text not null check (kinds in ('all', 'answers', 'urgent')),
  locale        text not null,
  added_at      timestamptz not null,
  told_at       timestamptz not null,
  -- When the mail of the day is due.
  next_at       timestamptz not null,
  failures      integer not null default 0,
  retry_at      timestamptz
);
