-- A member is a handle and a passphrase; nothing here says who they are or where they were.
create table members (
  id bigint generated always as identity primary key,
  handle text not null check (char_length(handle) between 3 and 24),
  handle_key text not null unique,
  passphrase_hash text not null,
  recovery_hash text not null,
  role text not null default 'member' check (role in ('member', 'moderator', 'operator')),
  zone text,
  shows_day boolean not null default false,
  last_dose_on date,
  created_at timestamptz not null default now()
);

-- The token itself lives only in the member's browser; a stolen backup opens no session.
create table sessions (
  id bigint generated always as identity primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  member_id bigint not null references members on delete cascade,
  form_token text not null,
  label text not null default '',
  shared boolean not null default false,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_by_member on sessions (member_id);
create index sessions_by_end on sessions (expires_at);

-- Browsers that signed in before: strangers who guess at a handle do not lock these out.
create table device_marks (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  member_id bigint not null references members on delete cascade,
  expires_at timestamptz not null
);
create index device_marks_by_member on device_marks (member_id);

-- The link printed at the first start, which makes the first operator.
create table operator_invites (
  token_hash bytea primary key check (octet_length(token_hash) = 32),
  expires_at timestamptz not null,
  used_at timestamptz
);
