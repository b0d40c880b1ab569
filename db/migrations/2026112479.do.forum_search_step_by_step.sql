-- Posts with all of these words, newest first, until a page is full. Each step goes further back in time and is only
-- begun when the one before has left room; as one statement of all steps, starting it took longer than doing it.
-- The nearest posts are read, all of them. Of those before, the index says which have the words that are not common:
-- first of the near ones, then so far back as these let hope for a page, then of all, or of as many as may be fetched.
-- `looked_at`: where it did not look at everything, how far back it was.
create function posts_with_words(
  queries text[], hidden bigint[], in_space bigint, from_day integer, to_day integer,
  before_at timestamptz, before_topic bigint, before_number integer,
  page integer, nearest integer, common integer, near bigint, fetched bigint, far bigint,
  out posts bigint[], out looked_at timestamptz
) language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  whole constant tsquery := array_to_string(queries, ' & ')::tsquery;
  rare tsquery := whole;
  newest bigint;
  back bigint;
  budget bigint;
  near_fit integer;
  since timestamptz;
  seen integer;
  more bigint[];
begin
  select coalesce(array_agg(p.post order by p.created_at desc, p.topic_id desc, p.number desc), '{}') into posts
  from (
    select * from post_words where (created_at, topic_id, number) < (before_at, before_topic, before_number)
    order by created_at desc, topic_id desc, number desc limit nearest) p
  where ts_match_vq(p.words, whole) and p.space_id <> all(hidden) and (in_space is null or p.space_id = in_space)
    and (from_day is null or p.author_day between from_day and to_day
      and exists (select from members m where m.id = p.author_id and m.shows_day));
  if cardinality(posts) < page and cardinality(queries) > 1 then
    select string_agg(part, ' & ')::tsquery into rare from unnest(queries) part
    where common > (
      select count(*) from (
        select words from post_words where (created_at, topic_id, number) < (before_at, before_topic, before_number)
        order by created_at desc, topic_id desc, number desc limit nearest) p
      where ts_match_vq(p.words, part::tsquery));
    rare := coalesce(rare, whole);
  end if;

  back := least(near, 80 * nearest / (1 + cardinality(posts)));
  for step in 1..3 loop
    exit when cardinality(posts) >= page;
    if step = 1 then
      select max(p.post) over (), p.created_at, p.topic_id, p.number
      into newest, before_at, before_topic, before_number
      from (
        select * from post_words where (created_at, topic_id, number) < (before_at, before_topic, before_number)
        order by created_at desc, topic_id desc, number desc limit nearest) p
      order by p.created_at desc, p.topic_id desc, p.number desc offset nearest - 1;
      -- There are no others.
      exit when not found;
    elsif step = 2 then
      budget := back * (fetched / (1 + seen));
      back := least(budget, back * 80 / (1 + near_fit));
    else
      back := greatest(far, budget);
    end if;

    -- Replies are numbered as they come: so many numbers back lie about so many posts.
    since := '-infinity';
    if newest - back > 0 then
      select least(created_at, before_at) into since from post_words where post >= newest - back order by post limit 1;
    end if;
    -- What must not lead to another index is written as none can answer it.
    if since > '-infinity' then
      select count(*), coalesce(array_agg(p.post order by p.created_at desc, p.topic_id desc, p.number desc) filter (
        where ts_match_vq(p.words, whole) and p.space_id <> all(hidden) and (in_space is null or p.space_id = in_space)
          and (from_day is null or p.author_day between from_day and to_day
            and exists (select from members m where m.id = p.author_id and m.shows_day))), '{}')
      into seen, more from post_words p
      where p.words @@ rare and p.created_at >= since
        and not ((p.created_at, p.topic_id, p.number) >= (before_at, before_topic, before_number));
    else
      select count(*), coalesce(array_agg(p.post order by p.created_at desc, p.topic_id desc, p.number desc) filter (
        where ts_match_vq(p.words, whole) and p.space_id <> all(hidden) and (in_space is null or p.space_id = in_space)
          and (from_day is null or p.author_day between from_day and to_day
            and exists (select from members m where m.id = p.author_id and m.shows_day))), '{}')
      into seen, more from post_words p
      where p.words @@ rare
        and not ((p.created_at, p.topic_id, p.number) >= (before_at, before_topic, before_number));
    end if;
    posts := posts || more;
    near_fit := cardinality(more);
    looked_at := nullif(since, '-infinity');
    exit when looked_at is null;
    before_at := since;
    before_topic := 0;
    before_number := 0;
  end loop;
  if cardinality(posts) >= page then
    posts := posts[:page];
    looked_at := null;
  end if;
end $$;
