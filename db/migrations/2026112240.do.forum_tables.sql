-- Topics and replies. The text is kept twice: as it was written, and as the HTML every reader is sent.
-- A post outlives its author: the author is forgotten, the conversation stays readable.

create table topics (
  id            bigint generated always as identity primary key,
  group_id      bigint references groups on delete set null,   -- null: open to all
  author_id     bigint references members on delete set null,  -- null: a former member
  author_day    integer,                                       -- their day when they wrote, if they show it
  title         text not null,
  body_markdown text not null,
  body_html     text not null,
  once          uuid not null,                                 -- the form it came from: a double send is one topic
  is_first_post boolean not null default false,
  reply_count   integer not null default 0,                    -- removed ones too: it is the last reply's number
  last_post_at  timestamptz not null,
  answered_at   timestamptz,                                   -- first reply by somebody else
  created_at    timestamptz not null,
  edited_at     timestamptz,                                   -- null as well for edits within the silent window
  closed_at     timestamptz,
  removed_at    timestamptz,
  unique (author_id, once)
);

create table replies (
  id            bigint generated always as identity primary key,
  topic_id      bigint not null references topics on delete cascade,
  number        integer not null,                              -- 1, 2, 3 … in its topic, never used again
  author_id     bigint references members on delete set null,
  author_day    integer,
  body_markdown text not null,
  body_html     text not null,
  once          uuid not null,
  created_at    timestamptz not null,
  edited_at     timestamptz,
  removed_at    timestamptz,
  unique (topic_id, number),                                   -- a page of a topic is a range of numbers
  unique (author_id, once)
);

create index topics_by_activity on topics (last_post_at desc, id desc) where removed_at is null;
create index topics_of_group_by_activity on topics (group_id, last_post_at desc, id desc) where removed_at is null;
create index topics_waiting on topics (created_at)
  where is_first_post and answered_at is null and closed_at is null and removed_at is null;
create index replies_by_time on replies (created_at);
