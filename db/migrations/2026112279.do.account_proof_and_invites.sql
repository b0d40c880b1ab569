-- The key that signs the small check at sign-up: one for all nodes, made by whichever needs it first.
create table proof_key (
  is_one boolean primary key default true check (is_one),
  key    bytea not null check (octet_length(key) = 32)
);

-- Checks that were used, until they would have expired anyway: each counts once, on whatever node.
create table proofs_used (
  signature  text primary key check (length(signature) <= 128),
  expires_at timestamptz not null
);
create index proofs_used_by_end on proofs_used (expires_at);

-- Links to join by. Only the hash is kept: the link is shown once.
create table invites (
  id         bigint generated always as identity primary key,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  label      text not null check (length(label) between 1 and 80),
  made_by    bigint references members on delete set null,
  most_uses  integer not null check (most_uses between 1 and 1000),
  used       integer not null default 0,
  vouches    boolean not null default false,       -- those who come by it are known, not new
  made_at    timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check (used <= most_uses)
);
create index invites_by_maker on invites (made_by) where made_by is not null;

create table joining (
  is_one       boolean primary key default true check (is_one),
  needs_invite boolean not null default false
);
insert into joining default values;
