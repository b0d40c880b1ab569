-- As before, and: where so many posts have a word that the index would name them for longer, the posts themselves are
-- looked through further than the nearest. Of words that few posts have the index is asked for these alone: the
-- beginning of a common one has it gather all posts with that.
drop function posts_with_words;
create function posts_with_words(
  queries text[], named text[], any_will_do boolean, hidden bigint[], in_space bigint, from_day integer, to_day integer,
  before_at timestamptz, before_topic bigint, before_number integer,
  page integer, few integer, nearest integer, common integer, near bigint, fetched bigint, far bigint,
  out posts bigint[], out looked_at timestamptz
) language plpgsql stable set plan_cache_mode = force_generic_plan as $$
declare
  whole constant tsquery := array_to_string(queries, ' & ')::tsquery;
  rare tsquery := whole;
  is_rare boolean;
  listed_in bigint;
  walked bigint := nearest;
  further bigint;
  newest bigint;
  back bigint;
  budget bigint;
  near_fit integer;
  since timestamptz;
  seen integer;
  more bigint[];
begin
  posts := '{}';
  -- Longer words that begin so count as well. The list has no short words, and is made a little later than the posts.
  select case when any_will_do then bool_and(listed.is_whole) and sum(listed.posts) <= few
      else bool_or(listed.is_whole and listed.posts <= few) end,
    case when any_will_do then sum(listed.posts) else min(listed.posts) end,
    case when any_will_do then whole
      else string_agg(quote_literal(asked.word) || ':*', ' & ') filter (where listed.is_whole and listed.posts <= few)::tsquery end
  into is_rare, listed_in, rare
  from unnest(named) as asked (word), lateral (
    select sum(w.posts) as posts, count(*) between 1 and 39 as is_whole from (
      select w.posts from forum_words w
      where w.word >= asked.word and w.word < asked.word || U&'\+10FFFF' limit 40) w) listed
  where (select max(p.post) from post_words p) - (select r.reply_id from forum_words_read r) < 5000;
  is_rare := coalesce(is_rare, false);

  if not is_rare then
    rare := whole;
    for stride in 1..2 loop
      select coalesce(array_agg(p.post order by p.created_at desc, p.topic_id desc, p.number desc), '{}') into posts
      from (
        select * from post_words where (created_at, topic_id, number) < (before_at, before_topic, before_number)
        order by created_at desc, topic_id desc, number desc limit walked) p
      where ts_match_vq(p.words, whole) and p.space_id <> all(hidden) and (in_space is null or p.space_id = in_space)
        and (from_day is null or p.author_day between from_day and to_day
          and exists (select from members m where m.id = p.author_id and m.shows_day));
      exit when stride = 2 or cardinality(posts) >= page;
      -- Where a page of them probably ends, and half as far again.
      further := least(fetched, 3 * walked * page / (2 * greatest(1, cardinality(posts))));
      exit when further <= walked or coalesce(listed_in, 0) < 2 * further;
      walked := further;
    end loop;
    if cardinality(posts) < page and cardinality(queries) > 1 then
      select string_agg(part, ' & ')::tsquery into rare from unnest(queries) part
      where common > (
        select count(*) from (
          select words from post_words where (created_at, topic_id, number) < (before_at, before_topic, before_number)
          order by created_at desc, topic_id desc, number desc limit nearest) p
        where ts_match_vq(p.words, part::tsquery));
      rare := coalesce(rare, whole);
    end if;
  end if;

  back := least(near, 80 * walked / (1 + cardinality(posts)));
  for step in 1..3 loop
    exit when cardinality(posts) >= page;
    if is_rare then
      null;
    elsif step = 1 then
      select max(p.post) over (), p.created_at, p.topic_id, p.number
      into newest, before_at, before_topic, before_number
      from (
        select * from post_words where (created_at, topic_id, number) < (before_at, before_topic, before_number)
        order by created_at desc, topic_id desc, number desc limit walked) p
      order by p.created_at desc, p.topic_id desc, p.number desc offset walked - 1;
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
