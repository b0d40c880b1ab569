-- What a member is told: that somebody answered, that a meeting is cancelled. Names and titles of public things only.
create table notices (
  id bigint generated always as identity primary key,
  member_id bigint not null references members on delete cascade,
  kind text not null check (length(kind) between 1 and 60),
  link text not null check (link like '/%' and length(link) <= 500),
  words jsonb not null default '{}',
  -- Of several about the same thing only the newest is kept until it is read.
  about text check (length(about) <= 200),
  created_at timestamptz not null,
  -- Later than created_at within the hours a member wants to be left alone.
  due_at timestamptz not null,
  read_at timestamptz
);
create index notices_of_member on notices (member_id, due_at desc, id desc);
create index notices_unread on notices (member_id, due_at) where read_at is null;
create unique index notices_about on notices (member_id, about) where read_at is null and about is not null;
create index notices_by_age on notices (created_at);
