-- The first-answer promise: who waits for a first answer, since when, and who looks after it.

create table waiting_posts (
  id                bigint generated always as identity primary key,
  topic_id          bigint not null references topics on delete cascade,
  reply_id          bigint references replies on delete cascade,      -- null: the topic's own text
  author_id         bigint not null references members on delete cascade,
  reason            text not null check (reason in ('first', 'needs')),
  asked_at          timestamptz not null,
  answered_at       timestamptz,
  reminded_at       timestamptz,                                      -- greeters, once
  hosts_reminded_at timestamptz,                                      -- hosts, once
  claimed_by        bigint references members on delete set null,     -- writes to them; releases itself
  claimed_at        timestamptz,
  unique nulls not distinct (topic_id, reply_id)
);
create index waiting_posts_open on waiting_posts (asked_at) where answered_at is null;
create index waiting_posts_of_topic on waiting_posts (topic_id) where answered_at is null;
create index waiting_posts_by_time on waiting_posts (asked_at);
create index waiting_posts_of_author on waiting_posts (author_id);
create index waiting_posts_claimed on waiting_posts (claimed_by) where claimed_by is not null;

-- First posts from before; nobody is reminded of those at once.
insert into waiting_posts (topic_id, author_id, reason, asked_at, answered_at, reminded_at, hosts_reminded_at)
select id, author_id, 'first', created_at, answered_at, now(), now() from topics
where is_first_post and author_id is not null and removed_at is null;

create table greeters (
  member_id    bigint primary key references members on delete cascade,
  since        timestamptz not null,
  paused_until timestamptz,                                           -- infinity: until they say otherwise
  here_until   timestamptz                                            -- said by themselves, never watched
);
create index greeters_here on greeters (here_until);
