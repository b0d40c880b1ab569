create table groups (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name text not null check (length(name) between 1 and 255),
  kind text not null check (kind in ('twelve_step', 'discussion', 'skills', 'holistic', 'family')),
  summary text not null default '',
  agreements text not null default '',
  purposes text[] not null default '{}',
  spirituality text not null default 'optional' check (spirituality in ('spiritual', 'optional', 'secular')),
  languages text[] not null default '{}',
  circles text[] not null default '{}',
  practices text[] not null default '{}',
  online boolean not null default false,
  in_person boolean not null default false,
  zone text,
  place_name text,
  -- Set for groups that came with a feed: the feed and the group's name in it. Null for groups made here.
  source_key text unique,
  status text not null default 'active' check (status in ('active', 'closed')),
  created_by bigint references members on delete set null,
  created_at timestamptz not null default now(),
  last_active_at timestamptz
);

-- The list shows groups made here first, then the lively ones; one index serves that order.
create index groups_list_order on groups ((source_key is null) desc, last_active_at desc nulls last, name, id)
  where status = 'active';
create index groups_kind on groups (kind) where status = 'active';
create index groups_created_by on groups (created_by);

create table group_members (
  group_id bigint not null references groups on delete cascade,
  member_id bigint not null references members on delete cascade,
  role text not null default 'member' check (role in ('member', 'host')),
  joined_at timestamptz not null default now(),
  primary key (group_id, member_id)
);

create index group_members_member on group_members (member_id);
