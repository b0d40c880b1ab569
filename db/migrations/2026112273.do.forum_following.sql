-- What a member has read, follows and does not want to hear of.

create table topic_marks (
  member_id   bigint not null references members on delete cascade,
  topic_id    bigint not null references topics on delete cascade,
  read_number integer not null default -1,       -- the last post read; the topic's own text is 0
  state       text not null default 'seen' check (state in ('seen', 'followed', 'muted')),
  told        boolean not null default false,    -- a notice about it waits: no second one until it is read
  primary key (member_id, topic_id)
);
create index topic_marks_to_tell on topic_marks (topic_id) where state = 'followed' and not told;

create table space_follows (
  member_id   bigint not null references members on delete cascade,
  space_id    bigint not null references spaces on delete cascade,
  followed_at timestamptz not null,
  primary key (member_id, space_id)
);
create index space_follows_of_space on space_follows (space_id);

create table return_follows (
  member_id   bigint not null references members on delete cascade,
  followed_id bigint not null references members on delete cascade,
  followed_at timestamptz not null,
  primary key (member_id, followed_id)
);
create index return_follows_of on return_follows (followed_id);

create table forum_members (
  member_id     bigint primary key references members on delete cascade,
  caught_up_at  timestamptz,                     -- everything before is taken as read
  tells_return  boolean not null default false,  -- those who wish may be told of a return after a break
  last_wrote_at timestamptz                      -- kept only for those who let it be told
);
