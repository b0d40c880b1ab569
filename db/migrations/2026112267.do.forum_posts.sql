-- What happens to a post after it was sent: content notes, earlier versions, thanks, a moderator's hand; and the
-- addresses of conversations that were moved.

alter table topics
  add column notes                text[] not null default '{}' check (notes <@ array['heavy', 'lapse', 'medication', 'loss']),
  add column collapsed_at         timestamptz,              -- folded away by a moderator, one tap from being read
  add column removed_by_moderator boolean not null default false,
  add column gap_count            integer not null default 0, -- numbers without a reply, left by a merge or a split
  add column merged_into          bigint references topics on delete set null,
  add column merged_pages         integer;                  -- page 1 is page 1 + this many there

alter table replies
  add column notes                text[] not null default '{}' check (notes <@ array['heavy', 'lapse', 'medication', 'loss']),
  add column collapsed_at         timestamptz,
  add column removed_by_moderator boolean not null default false;

-- Where a reply stood before it was moved: its old address says where it went.
create table moved_replies (
  reply_id bigint not null references replies on delete cascade,
  topic_id bigint not null references topics on delete cascade,
  number   integer not null,
  primary key (topic_id, number)
);
create index moved_replies_by_reply on moved_replies (reply_id);

-- What stood there before an edit that readers are told of. Gone with the post.
create table post_versions (
  id            bigint generated always as identity primary key,
  topic_id      bigint references topics on delete cascade,   -- of a topic's own text,
  reply_id      bigint references replies on delete cascade,  -- or of a reply
  title         text not null default '',
  body_markdown text not null,
  body_html     text not null,
  written_at    timestamptz not null,
  replaced_at   timestamptz not null,
  check (num_nonnulls(topic_id, reply_id) = 1)
);
create index post_versions_of_topic on post_versions (topic_id) where topic_id is not null;
create index post_versions_of_reply on post_versions (reply_id) where reply_id is not null;

-- Thanks are between two people: nobody counts them.
create table thanks (
  member_id  bigint not null references members on delete cascade,
  topic_id   bigint references topics on delete cascade,
  reply_id   bigint references replies on delete cascade,
  thanked_at timestamptz not null,
  check (num_nonnulls(topic_id, reply_id) = 1),
  unique nulls not distinct (member_id, topic_id, reply_id)
);
create index thanks_for_topic on thanks (topic_id) where topic_id is not null;
create index thanks_for_reply on thanks (reply_id) where reply_id is not null;

-- Words that are not sent yet. `once` is the key of the form they were typed into: sent, the draft is gone.
create table drafts (
  id        bigint generated always as identity primary key,
  member_id bigint not null references members on delete cascade,
  once      uuid not null,
  topic_id  bigint references topics on delete cascade,      -- null: the beginning of a new one
  space     text not null default '',
  kind      text not null default 'story',
  notes     text[] not null default '{}',
  title     text not null default '',
  body      text not null default '',
  saved_at  timestamptz not null,
  unique (member_id, once)
);

-- Content notes that a member wants to find closed.
create table closed_notes (
  member_id bigint primary key references members on delete cascade,
  notes     text[] not null check (notes <@ array['heavy', 'lapse', 'medication', 'loss'])
);
