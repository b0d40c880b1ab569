-- The words of every post that somebody may find, beside the posts instead of in them: narrow rows in the order in which
-- they were written. A topic's row changes with every reply, and each time its words were sorted in anew; to look at
-- the newest posts was to read all they say. What is held back or removed has no row here from the same moment on.

create table post_words (
  -- The reply's id; of a topic's own text the topic's, below zero.
  post       bigint primary key,
  topic_id   bigint not null,
  number     integer not null,
  space_id   bigint not null,
  author_id  bigint,
  author_day integer,
  created_at timestamptz not null,
  words      tsvector not null
);

insert into post_words
select * from (
  select -id, id, 0, space_id, author_id, author_day, created_at, search from topics
  where removed_at is null and held_at is null
  union all
  select r.id, r.topic_id, r.number, t.space_id, r.author_id, r.author_day, r.created_at, r.search
  from replies r join topics t on t.id = r.topic_id
  where r.removed_at is null and r.held_at is null and t.held_at is null
) posts (post, topic_id, number, space_id, author_id, author_day, created_at, words)
order by created_at, topic_id, number;

alter table topics drop column search;
alter table replies drop column search;
drop index topics_by_time;

create index post_words_by_time on post_words (created_at, topic_id, number);
create index post_words_by_author on post_words (author_id, created_at) where author_id is not null;
-- A short list of what is not yet sorted in: nobody who answers has to wait for a long one to be worked off.
create index post_words_search on post_words using gin (words) with (gin_pending_list_limit = 256);
-- Which pages of the table are how old: of a word's posts only the newest are fetched.
create index post_words_by_age on post_words using brin (created_at) with (pages_per_range = 32, autosummarize = on);
analyze post_words;

-- Kept by the database, so that no way to change a post can leave its words behind. Whoever changes a reply that is
-- there already waits for whoever holds back or moves its topic, and the other way round.
create function keep_words_of_reply() returns trigger language plpgsql as $$
declare
  topic record;
begin
  if tg_op = 'UPDATE' and
    (old.topic_id, old.number, old.body_markdown, old.created_at, old.removed_at, old.held_at) is not distinct from
    (new.topic_id, new.number, new.body_markdown, new.created_at, new.removed_at, new.held_at) then
    update post_words set author_id = new.author_id, author_day = new.author_day where post = new.id;
    return null;
  end if;
  if tg_op <> 'INSERT' then
    perform from topics where id in (old.topic_id, new.topic_id) order by id for no key update;
    delete from post_words where post = old.id;
  end if;
  if tg_op <> 'DELETE' and new.removed_at is null and new.held_at is null then
    select space_id, held_at into topic from topics where id = new.topic_id;
    if topic.held_at is null then
      insert into post_words values (new.id, new.topic_id, new.number, topic.space_id, new.author_id, new.author_day,
        new.created_at, words_in_post(own_words(new.body_markdown)));
    end if;
  end if;
  return null;
end $$;

create function keep_words_of_topic() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from post_words where post = -old.id;
  end if;
  if tg_op <> 'DELETE' and new.removed_at is null and new.held_at is null then
    insert into post_words values (-new.id, new.id, 0, new.space_id, new.author_id, new.author_day, new.created_at,
      words_in_post(new.title || ' ' || own_words(new.body_markdown)));
  end if;
  if tg_op <> 'UPDATE' then
    return null;
  end if;
  if new.held_at is not null and old.held_at is null then
    delete from post_words p using replies r where r.topic_id = new.id and p.post = r.id;
  elsif new.held_at is null and old.held_at is not null then
    insert into post_words
    select id, topic_id, number, new.space_id, author_id, author_day, created_at, words_in_post(own_words(body_markdown))
    from replies where topic_id = new.id and removed_at is null and held_at is null order by created_at;
  elsif new.space_id <> old.space_id then
    update post_words p set space_id = new.space_id from replies r where r.topic_id = new.id and p.post = r.id;
  end if;
  return null;
end $$;

create trigger words_of_new_reply after insert on replies for each row
  when (new.held_at is null and new.removed_at is null) execute function keep_words_of_reply();
create trigger words_of_reply
  after update of topic_id, number, author_id, author_day, body_markdown, created_at, removed_at, held_at or delete
  on replies for each row execute function keep_words_of_reply();
create trigger words_of_new_topic after insert on topics for each row
  when (new.held_at is null and new.removed_at is null) execute function keep_words_of_topic();
create trigger words_of_topic
  after update of title, space_id, author_id, author_day, body_markdown, created_at, removed_at, held_at or delete
  on topics for each row execute function keep_words_of_topic();
