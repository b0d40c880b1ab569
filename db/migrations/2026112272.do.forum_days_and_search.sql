-- What people wrote on a certain day, and the words of every post. Both are kept by the database with the post itself:
-- what is removed, held back or forgotten is gone from them in the same moment.

create extension if not exists pg_trgm;

-- Accents, capitals and the signs inside words do not count: "don’t" is "don't", "7-OH" is "7 oh", "café" is "cafe".
create function folded_words(words text) returns text immutable strict parallel safe language sql
  return translate(regexp_replace(normalize(lower(words), nfkd), '[\u0300-\u036F]+', '', 'g'),
    '-_/''’.,:@#', '          ');

-- No language's endings are cut: people write in many. A search looks for beginnings of words instead.
create function words_in_post(words text) returns tsvector immutable strict parallel safe language sql
  return to_tsvector('pg_catalog.simple'::regconfig, folded_words(words));

-- The step of a taper that a member lets others see beside what they write; no row: none.
create table taper_steps (
  member_id  bigint primary key references members on delete cascade,
  step       integer not null check (step between 1 and 60),
  changed_at timestamptz not null
);

alter table topics
  add column author_step integer,
  add column search      tsvector generated always as (words_in_post(title || ' ' || body_markdown)) stored;
alter table replies
  add column author_step integer,
  add column search      tsvector generated always as (words_in_post(body_markdown)) stored;

create index topics_by_day on topics (author_day, created_at desc, id desc)
  where author_day is not null and removed_at is null and held_at is null;
create index replies_by_day on replies (author_day, created_at desc, id desc)
  where author_day is not null and removed_at is null and held_at is null;
create index topics_by_step on topics (author_step, created_at desc, id desc)
  where author_step is not null and removed_at is null and held_at is null;
create index replies_by_step on replies (author_step, created_at desc, id desc)
  where author_step is not null and removed_at is null and held_at is null;

-- A short list of what is not yet sorted in: nobody who answers has to wait for a long one to be worked off.
create index topics_search on topics using gin (search) with (gin_pending_list_limit = 256);
create index replies_search on replies using gin (search) with (gin_pending_list_limit = 256);
create index topics_by_time on topics (created_at);

-- The words that stand in posts, to guess what a mistyped one meant. Only a help for guessing: it is never shown unless
-- somebody may read a post with it, and words that left every post leave it too.
create table forum_words (
  word  text primary key,
  posts integer not null
);
create index forum_words_alike on forum_words using gin (word gin_trgm_ops);

-- Up to where posts have been read for it.
create table forum_words_read (
  one      boolean primary key default true check (one),
  topic_id bigint not null default 0,
  reply_id bigint not null default 0
);
insert into forum_words_read default values;
