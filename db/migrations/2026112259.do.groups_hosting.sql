alter table groups
  -- Counts what hosts changed, so that the second of two notices the first.
  add column version int not null default 1;

alter table group_members
  -- The group somebody calls their home; one at most, and shown to its members only if they wish.
  add column is_home boolean not null default false,
  add column home_shown boolean not null default false,
  add check (is_home or not home_shown);
create unique index group_members_home on group_members (member_id) where is_home;

-- Somebody is asked to host, or to take a group over. They become it when they say yes.
create table host_invitations (
  group_id bigint not null references groups on delete cascade,
  member_id bigint not null references members on delete cascade,
  invited_by bigint references members on delete cascade,
  -- The one who asks steps back when the answer is yes.
  takes_over boolean not null default false,
  created_at timestamptz not null,
  primary key (group_id, member_id)
);
create index host_invitations_by_member on host_invitations (member_id);
create index host_invitations_by_inviter on host_invitations (invited_by);
