-- The key that says to push services who sends; one for all nodes, made by whichever needs it first.
create table push_key (
  is_one      boolean primary key default true check (is_one),
  public_key  text not null check (length(public_key) <= 100),
  private_key text not null check (length(private_key) <= 100)
);

-- Devices that a member lets be told. Where they are reached is sealed with a key that is not in the database.
create table push_devices (
  id         bigint generated always as identity primary key,
  member_id  bigint not null references members on delete cascade,
  -- Signed out there, it is told nothing more. Empty once that session has run out by itself.
  session_id bigint references sessions on delete cascade,
  name       bytea not null unique check (octet_length(name) = 32),
  sealed     bytea not null check (octet_length(sealed) <= 2000),
  label      text not null default '',
  wording    text not null check (wording in ('named', 'reminder', 'hello')),
  kinds      text not null check (kinds in ('all', 'answers', 'urgent')),
  locale     text not null,
  added_at   timestamptz not null,
  told_at    timestamptz not null,
  failures   integer not null default 0,
  retry_at   timestamptz
);
create index push_devices_by_member on push_devices (member_id);
create index push_devices_by_session on push_devices (session_id) where session_id is not null;
