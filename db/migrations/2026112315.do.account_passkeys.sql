-- A key that stays on a member's device; only its public half is here. Day and not hour of its last use.
create table passkeys (
  id            bigint generated always as identity primary key,
  member_id     bigint not null references members on delete cascade,
  credential_id bytea not null unique check (octet_length(credential_id) <= 1023),
  public_key    bytea not null check (octet_length(public_key) <= 2000),
  counter       bigint not null default 0,
  transports    text[] not null default '{}',
  name          text not null default '' check (char_length(name) <= 40),
  added_at      timestamptz not null,
  last_used_on  date
);
create index passkeys_by_member on passkeys (member_id);

-- What a device is asked to sign: once, within minutes, and for one purpose.
create table passkey_challenges (
  challenge_hash bytea primary key check (octet_length(challenge_hash) = 32),
  purpose        text not null check (purpose in ('enter', 'add', 'confirm')),
  member_id      bigint references members on delete cascade,
  expires_at     timestamptz not null,
  check ((purpose = 'enter') = (member_id is null))
);
create index passkey_challenges_by_end on passkey_challenges (expires_at);
create index passkey_challenges_by_member on passkey_challenges (member_id) where member_id is not null;

-- Since when somebody has their role: moderators and operators have some days to add a passkey.
alter table members add role_since timestamptz not null default now();
-- When this session was last opened or confirmed with a passkey.
alter table sessions add passkey_at timestamptz;
