-- The schema as the migrations make it, to read and to compare. Written by `npm run schema`; change it with a
-- migration. The job queue's own schema and the list of migrations that ran are left out.

create extension pg_trgm;

CREATE OR REPLACE FUNCTION public.after_quiet(at timestamp with time zone, zone text, from_minute integer, to_minute integer)
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE
AS $function$
  select case
    when from_minute is null then at
    when from_minute < to_minute and minute >= from_minute and minute < to_minute
      then (day + make_interval(mins => to_minute)) at time zone zone
    when from_minute > to_minute and minute >= from_minute
      then (day + interval '1 day' + make_interval(mins => to_minute)) at time zone zone
    when from_minute > to_minute and minute < to_minute
      then (day + make_interval(mins => to_minute)) at time zone zone
    else at end
  from (select date_trunc('day', at at time zone coalesce(zone, 'UTC')) as day,
    extract(hour from at at time zone coalesce(zone, 'UTC'))::int * 60
      + extract(minute from at at time zone coalesce(zone, 'UTC'))::int as minute) l
$function$;

CREATE OR REPLACE FUNCTION public.cell_of(in_person boolean, map_x double precision, map_y double precision)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (in_person AND (map_x IS NOT NULL)) THEN ((1 + (LEAST(4095, (floor((map_y * (4096)::double precision)))::integer) * 4096)) + LEAST(4095, (floor((map_x * (4096)::double precision)))::integer)) ELSE NULL::integer END;

CREATE OR REPLACE FUNCTION public.distance_km(lat1 double precision, lng1 double precision, lat2 double precision, lng2 double precision)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select 12742.0176 * asin(least(1, sqrt(
    power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lng2 - lng1) / 2), 2))))
$function$;

CREATE OR REPLACE FUNCTION public.folded_words(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN translate(regexp_replace(NORMALIZE(lower(words), NFKD), '[\u0300-\u036F]+'::text, ''::text, 'g'::text), '-_/''’.,:@#'::text, '          '::text);

CREATE OR REPLACE FUNCTION public.keep_words_of_reply()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.keep_words_of_topic()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op <> 'INSERT' then
    delete from post_words where post = -old.id;
  end if;
  if tg_op <> 'DELETE' and new.kind <> 'check_in' and new.removed_at is null and new.held_at is null then
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
end $function$;

CREATE OR REPLACE FUNCTION public.language_of_type(code text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case code
    when 'S' then 'es' when 'FR' then 'fr' when 'DE' then 'de' when 'ITA' then 'it' when 'POL' then 'pl'
    when 'POR' then 'pt' when 'RUS' then 'ru' when 'SV' then 'sv' when 'NL' then 'nl' when 'DA' then 'da'
    when 'NO' then 'no' when 'FI' then 'fi' when 'EL' then 'el' when 'HE' then 'he' when 'HI' then 'hi'
    when 'HR' then 'hr' when 'HU' then 'hu' when 'IS' then 'is' when 'JA' then 'ja' when 'KA' then 'ka'
    when 'KOR' then 'ko' when 'LT' then 'lt' when 'ML' then 'ml' when 'MT' then 'mt' when 'NE' then 'ne'
    when 'PUN' then 'pa' when 'SK' then 'sk' when 'SL' then 'sl' when 'TH' then 'th' when 'TL' then 'tl'
    when 'TUR' then 'tr' when 'UK' then 'uk' when 'AF' then 'af' when 'AM' then 'am' when 'AR' then 'ar'
    when 'BG' then 'bg' when 'FA' then 'fa' when 'EN' then 'en' when 'ASL' then 'ase' end
$function$;

CREATE OR REPLACE FUNCTION public.marks_of(traits text[])
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select coalesce(bit_or(1::bigint << case trait
    when 'in_person' then 0 when 'online' then 1 when 'hybrid' then 2 when 'house' then 3 when 'lists' then 4
    when 'kind:twelve_step' then 5 when 'kind:discussion' then 6 when 'kind:skills' then 7 when 'kind:holistic' then 8
    when 'kind:family' then 9 when 'type:O' then 10 when 'type:C' then 11 when 'type:D' then 12 when 'type:X' then 13
    when 'type:W' then 14 when 'circle:women' then 15 when 'type:M' then 16 when 'language:en' then 17
    else 18 + ('x' || left(md5(trait), 6))::bit(24)::int % 45 end), 0)
  from unnest(traits) trait $function$;

CREATE OR REPLACE FUNCTION public.moderation_log_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The log of moderation is only ever added to.';
end $function$;

CREATE OR REPLACE FUNCTION public.own_words(markdown text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(markdown, '^\s{0,3}>.*$'::text, ''::text, 'gn'::text);

CREATE OR REPLACE FUNCTION public.posts_with_words(queries text[], named text[], any_will_do boolean, hidden bigint[], in_space bigint, from_day integer, to_day integer, before_at timestamp with time zone, before_topic bigint, before_number integer, page integer, few integer, nearest integer, common integer, near bigint, fetched bigint, far bigint, OUT posts bigint[], OUT looked_at timestamp with time zone)
 RETURNS record
 LANGUAGE plpgsql
 STABLE
 SET plan_cache_mode TO 'force_generic_plan'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION public.renew_traits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update meetings set group_id = group_id where group_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.words_in_post(words text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN to_tsvector('simple'::regconfig, folded_words(words));

CREATE OR REPLACE FUNCTION public.write_marks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  update meeting_times set cell = cell_of(new.in_person, new.map_x, new.map_y), marks = marks_of(new.traits)
    where meeting_id = new.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.write_traits()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare of record;
begin
  select kind, circles, practices, languages, status into of from groups where id = new.group_id;
  if of.status = 'closed' then
    new.traits := '{}';
    return new;
  end if;
  new.traits := array(
    select distinct trait from (
      select 'kind:' || of.kind
      union all select case when new.feed_id is null then 'house' else 'lists' end
      union all select 'fellowship:' || coalesce(new.fellowship, (select name from feeds where id = new.feed_id))
      union all select 'online' where new.online
      union all select 'in_person' where new.in_person
      union all select 'hybrid' where new.online and new.in_person
      union all select 'type:' || code from unnest(new.types) code
      union all select 'language:' || coalesce(language_of_type(code), '') from unnest(new.types) code
        where language_of_type(code) is not null
      union all select 'language:' || code
        from unnest(case when new.languages = '{}' then of.languages else new.languages end) code
      union all select 'circle:' || code from unnest(of.circles) code
      union all select 'circle:women' where new.types @> '{W}'
      union all select 'circle:lgbtq' where new.types && '{LGBTQ,G,L,BI,T,NB}'
      union all select 'circle:parents' where new.types && '{CF,BA}'
      union all select 'practice:' || coalesce(new.practice, code)
        from unnest(case when new.practice is null then of.practices else array[new.practice] end) code
      union all select 'practice:meditation' where new.types && '{MED,11}'
    ) as said(trait) where trait is not null);
  return new;
end $function$;

create table aftercare (
  case_id bigint not null,
  due_at timestamp with time zone not null,
  told_at timestamp with time zone,
  done_by bigint,
  done_at timestamp with time zone,
  constraint aftercare_pkey PRIMARY KEY (case_id),
  constraint aftercare_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_cases(id) ON DELETE CASCADE,
  constraint aftercare_done_by_fkey FOREIGN KEY (done_by) REFERENCES members(id) ON DELETE SET NULL
);
CREATE INDEX aftercare_open ON aftercare USING btree (due_at) WHERE (done_at IS NULL);

create table appeals (
  measure_id bigint not null,
  words text not null,
  made_at timestamp with time zone not null,
  decided_by bigint,
  decided_at timestamp with time zone,
  granted boolean,
  answer text default ''::text not null,
  reminded_at timestamp with time zone,
  constraint appeals_pkey PRIMARY KEY (measure_id),
  constraint appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint appeals_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE,
  constraint appeals_answer_check CHECK ((length(answer) <= 2000)),
  constraint appeals_words_check CHECK (((length(words) >= 1) AND (length(words) <= 2000)))
);
CREATE INDEX appeals_open ON appeals USING btree (made_at) WHERE (decided_at IS NULL);

create table attendances (
  id bigint generated always as identity not null,
  member_id bigint not null,
  meeting_id bigint,
  name text not null,
  on_date date not null,
  shown boolean default false not null,
  noted_at timestamp with time zone not null,
  constraint attendances_pkey PRIMARY KEY (id),
  constraint attendances_member_id_meeting_id_on_date_key UNIQUE (member_id, meeting_id, on_date),
  constraint attendances_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE SET NULL,
  constraint attendances_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint attendances_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255)))
);
CREATE INDEX attendances_by_day ON attendances USING btree (member_id, on_date DESC);
CREATE INDEX attendances_by_meeting ON attendances USING btree (meeting_id, on_date) WHERE shown;

create table calendar_addresses (
  member_id bigint not null,
  token_hash bytea not null,
  plain boolean default false not null,
  made_at timestamp with time zone not null,
  constraint calendar_addresses_pkey PRIMARY KEY (member_id),
  constraint calendar_addresses_token_hash_key UNIQUE (token_hash),
  constraint calendar_addresses_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint calendar_addresses_token_hash_check CHECK ((octet_length(token_hash) = 32))
);

create table closed_notes (
  member_id bigint not null,
  notes text[] not null,
  constraint closed_notes_pkey PRIMARY KEY (member_id),
  constraint closed_notes_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint closed_notes_notes_check CHECK ((notes <@ ARRAY['heavy'::text, 'lapse'::text, 'medication'::text, 'loss'::text]))
);

create table device_marks (
  token_hash bytea not null,
  member_id bigint not null,
  expires_at timestamp with time zone not null,
  constraint device_marks_pkey PRIMARY KEY (token_hash),
  constraint device_marks_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint device_marks_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
CREATE INDEX device_marks_by_member ON device_marks USING btree (member_id);

create table drafts (
  id bigint generated always as identity not null,
  member_id bigint not null,
  once uuid not null,
  topic_id bigint,
  space text default ''::text not null,
  kind text default 'story'::text not null,
  notes text[] default '{}'::text[] not null,
  title text default ''::text not null,
  body text default ''::text not null,
  saved_at timestamp with time zone not null,
  needs boolean default false not null,
  helps text[] default '{}'::text[] not null,
  constraint drafts_pkey PRIMARY KEY (id),
  constraint drafts_member_id_once_key UNIQUE (member_id, once),
  constraint drafts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint drafts_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE
);

create table duties (
  id bigint generated always as identity not null,
  moderator_id bigint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint duties_pkey PRIMARY KEY (id),
  constraint duties_moderator_id_fkey FOREIGN KEY (moderator_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint duties_check CHECK (((ends_at > starts_at) AND (ends_at <= (starts_at + '24:00:00'::interval))))
);
CREATE INDEX duties_by_time ON duties USING btree (ends_at);
CREATE INDEX duties_of_moderator ON duties USING btree (moderator_id);

create table feed_refusals (
  feed_id bigint not null,
  external_id text not null,
  name text not null,
  field text not null,
  why text not null,
  was text,
  raw text not null,
  constraint feed_refusals_pkey PRIMARY KEY (feed_id, external_id),
  constraint feed_refusals_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES feeds(id) ON DELETE CASCADE,
  constraint feed_refusals_external_id_check CHECK ((length(external_id) <= 300))
);

create table feeds (
  id bigint generated always as identity not null,
  name text not null,
  address text,
  format text,
  zone text,
  kind text default 'twelve_step'::text not null,
  last_import_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  fellowship text,
  poll_hours integer,
  next_poll_at timestamp with time zone,
  tried_at timestamp with time zone,
  worked_at timestamp with time zone,
  failures integer default 0 not null,
  failure text,
  failure_detail text,
  etag text,
  last_modified text,
  body_hash text,
  columns jsonb,
  sample text,
  constraint feeds_pkey PRIMARY KEY (id),
  constraint feeds_name_key UNIQUE (name),
  constraint feeds_fellowship_check CHECK (((length(fellowship) >= 1) AND (length(fellowship) <= 100))),
  constraint feeds_format_check CHECK ((format = ANY (ARRAY['meeting_guide'::text, 'bmlt'::text, 'naws'::text, 'tsml'::text, 'table'::text, 'calendar'::text]))),
  constraint feeds_kind_check CHECK ((kind = ANY (ARRAY['twelve_step'::text, 'discussion'::text, 'skills'::text, 'holistic'::text, 'family'::text]))),
  constraint feeds_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100))),
  constraint feeds_poll_hours_check CHECK ((poll_hours = ANY (ARRAY[1, 6, 24, 168])))
);
CREATE INDEX feeds_to_poll ON feeds USING btree (next_poll_at) WHERE (poll_hours IS NOT NULL);

create table finder_counts (
  trait text not null,
  meetings integer not null,
  counted_at timestamp with time zone not null,
  constraint finder_counts_pkey PRIMARY KEY (trait)
);

create table finder_words (
  word text not null,
  meetings integer not null,
  constraint finder_words_pkey PRIMARY KEY (word)
);
CREATE INDEX finder_words_by_likeness ON finder_words USING gist (((word || ''::text)) gist_trgm_ops (siglen='64'));
CREATE INDEX finder_words_by_start ON finder_words USING btree (word text_pattern_ops);

create table folded_members (
  member_id bigint not null,
  other_id bigint not null,
  how text not null,
  since timestamp with time zone not null,
  constraint folded_members_pkey PRIMARY KEY (member_id, other_id),
  constraint folded_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint folded_members_other_id_fkey FOREIGN KEY (other_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint folded_members_check CHECK ((member_id <> other_id)),
  constraint folded_members_how_check CHECK ((how = ANY (ARRAY['muted'::text, 'blocked'::text])))
);
CREATE INDEX folded_members_by_other ON folded_members USING btree (other_id);

create table forum_members (
  member_id bigint not null,
  caught_up_at timestamp with time zone,
  tells_return boolean default false not null,
  last_wrote_at timestamp with time zone,
  constraint forum_members_pkey PRIMARY KEY (member_id),
  constraint forum_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table forum_words (
  word text collate "C" not null,
  posts integer not null,
  constraint forum_words_pkey PRIMARY KEY (word)
);
CREATE INDEX forum_words_alike ON forum_words USING gin (word gin_trgm_ops);

create table forum_words_read (
  one boolean default true not null,
  topic_id bigint default 0 not null,
  reply_id bigint default 0 not null,
  constraint forum_words_read_pkey PRIMARY KEY (one),
  constraint forum_words_read_one_check CHECK (one)
);

create table greeters (
  member_id bigint not null,
  since timestamp with time zone not null,
  paused_until timestamp with time zone,
  here_until timestamp with time zone,
  constraint greeters_pkey PRIMARY KEY (member_id),
  constraint greeters_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);
CREATE INDEX greeters_here ON greeters USING btree (here_until);

create table group_members (
  group_id bigint not null,
  member_id bigint not null,
  role text default 'member'::text not null,
  joined_at timestamp with time zone default now() not null,
  is_home boolean default false not null,
  home_shown boolean default false not null,
  constraint group_members_pkey PRIMARY KEY (group_id, member_id),
  constraint group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE,
  constraint group_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint group_members_check CHECK ((is_home OR (NOT home_shown))),
  constraint group_members_role_check CHECK ((role = ANY (ARRAY['member'::text, 'host'::text])))
);
CREATE UNIQUE INDEX group_members_home ON group_members USING btree (member_id) WHERE is_home;
CREATE INDEX group_members_member ON group_members USING btree (member_id);

create table groups (
  id bigint generated always as identity not null,
  slug text not null,
  name text not null,
  kind text not null,
  summary text default ''::text not null,
  agreements text default ''::text not null,
  purposes text[] default '{}'::text[] not null,
  spirituality text default 'optional'::text not null,
  languages text[] default '{}'::text[] not null,
  circles text[] default '{}'::text[] not null,
  practices text[] default '{}'::text[] not null,
  online boolean default false not null,
  in_person boolean default false not null,
  zone text,
  place_name text,
  source_key text,
  status text default 'active'::text not null,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  last_active_at timestamp with time zone,
  version integer default 1 not null,
  closed_at timestamp with time zone,
  constraint groups_pkey PRIMARY KEY (id),
  constraint groups_slug_key UNIQUE (slug),
  constraint groups_source_key_key UNIQUE (source_key),
  constraint groups_created_by_fkey FOREIGN KEY (created_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint groups_kind_check CHECK ((kind = ANY (ARRAY['twelve_step'::text, 'discussion'::text, 'skills'::text, 'holistic'::text, 'family'::text]))),
  constraint groups_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint groups_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80))),
  constraint groups_spirituality_check CHECK ((spirituality = ANY (ARRAY['spiritual'::text, 'optional'::text, 'secular'::text]))),
  constraint groups_status_check CHECK ((status = ANY (ARRAY['active'::text, 'closed'::text])))
);
CREATE INDEX groups_created_by ON groups USING btree (created_by);
CREATE INDEX groups_kind ON groups USING btree (kind) WHERE (status = 'active'::text);
CREATE INDEX groups_list_order ON groups USING btree (((source_key IS NULL)) DESC, last_active_at DESC NULLS LAST, name, id) WHERE (status = 'active'::text);
CREATE TRIGGER traits_of_group AFTER UPDATE OF kind, circles, practices, languages, status ON groups FOR EACH ROW WHEN ((((((old.kind IS DISTINCT FROM new.kind) OR (old.circles IS DISTINCT FROM new.circles)) OR (old.practices IS DISTINCT FROM new.practices)) OR (old.languages IS DISTINCT FROM new.languages)) OR (old.status IS DISTINCT FROM new.status))) EXECUTE FUNCTION renew_traits();

create table host_invitations (
  group_id bigint not null,
  member_id bigint not null,
  invited_by bigint,
  takes_over boolean default false not null,
  created_at timestamp with time zone not null,
  constraint host_invitations_pkey PRIMARY KEY (group_id, member_id),
  constraint host_invitations_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE,
  constraint host_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES members(id) ON DELETE CASCADE,
  constraint host_invitations_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);
CREATE INDEX host_invitations_by_inviter ON host_invitations USING btree (invited_by);
CREATE INDEX host_invitations_by_member ON host_invitations USING btree (member_id);

create table import_changes (
  import_id bigint not null,
  "position" integer not null,
  change text not null,
  name text not null,
  external_id text not null,
  fields jsonb not null,
  constraint import_changes_pkey PRIMARY KEY (import_id, "position"),
  constraint import_changes_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  constraint import_changes_change_check CHECK ((change = ANY (ARRAY['added'::text, 'changed'::text, 'gone'::text])))
);

create table import_lines (
  import_id bigint not null,
  "position" integer not null,
  action text not null,
  record integer not null,
  name text not null,
  field text not null,
  why text not null,
  was text,
  became text,
  external_id text,
  constraint import_lines_pkey PRIMARY KEY (import_id, "position"),
  constraint import_lines_import_id_fkey FOREIGN KEY (import_id) REFERENCES imports(id) ON DELETE CASCADE,
  constraint import_lines_action_check CHECK ((action = ANY (ARRAY['mended'::text, 'refused'::text])))
);

create table imports (
  id bigint generated always as identity not null,
  feed_id bigint not null,
  status text default 'waiting'::text not null,
  content text,
  source text default ''::text not null,
  records integer default 0 not null,
  taken integer default 0 not null,
  mended integer default 0 not null,
  refused integer default 0 not null,
  added integer default 0 not null,
  changed integer default 0 not null,
  gone integer default 0 not null,
  same integer default 0 not null,
  nothing_removed_of integer,
  done integer default 0 not null,
  total integer default 0 not null,
  failure text,
  failure_detail text,
  created_at timestamp with time zone default now() not null,
  finished_at timestamp with time zone,
  held_for text,
  decision text,
  joined integer default 0 not null,
  renamed integer default 0 not null,
  lines_left_out integer default 0 not null,
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES feeds(id) ON DELETE CASCADE,
  constraint imports_decision_check CHECK ((decision = ANY (ARRAY['apply'::text, 'keep'::text]))),
  constraint imports_held_for_check CHECK ((held_for = ANY (ARRAY['large'::text, 'shrunk'::text, 'columns'::text]))),
  constraint imports_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'held'::text, 'left'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX imports_by_feed ON imports USING btree (feed_id, id DESC);

create table invites (
  id bigint generated always as identity not null,
  token_hash bytea not null,
  label text not null,
  made_by bigint,
  most_uses integer not null,
  used integer default 0 not null,
  vouches boolean default false not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint invites_pkey PRIMARY KEY (id),
  constraint invites_token_hash_key UNIQUE (token_hash),
  constraint invites_made_by_fkey FOREIGN KEY (made_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint invites_check CHECK ((used <= most_uses)),
  constraint invites_label_check CHECK (((length(label) >= 1) AND (length(label) <= 80))),
  constraint invites_most_uses_check CHECK (((most_uses >= 1) AND (most_uses <= 1000))),
  constraint invites_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
CREATE INDEX invites_by_maker ON invites USING btree (made_by) WHERE (made_by IS NOT NULL);

create table joining (
  is_one boolean default true not null,
  needs_invite boolean default false not null,
  constraint joining_pkey PRIMARY KEY (is_one),
  constraint joining_is_one_check CHECK (is_one)
);

create table keeper_letters (
  member_id bigint not null,
  letter integer generated always as identity not null,
  constraint keeper_letters_pkey PRIMARY KEY (member_id),
  constraint keeper_letters_letter_key UNIQUE (letter),
  constraint keeper_letters_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);

create table mail_addresses (
  member_id bigint not null,
  sealed bytea not null,
  stop_hash bytea not null,
  confirm_hash bytea,
  confirm_until timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  pace text not null,
  hour integer not null,
  zone text not null,
  kinds text not null,
  locale text not null,
  added_at timestamp with time zone not null,
  told_at timestamp with time zone not null,
  next_at timestamp with time zone not null,
  failures integer default 0 not null,
  retry_at timestamp with time zone,
  constraint mail_addresses_pkey PRIMARY KEY (member_id),
  constraint mail_addresses_confirm_hash_key UNIQUE (confirm_hash),
  constraint mail_addresses_stop_hash_key UNIQUE (stop_hash),
  constraint mail_addresses_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint mail_addresses_confirm_hash_check CHECK ((octet_length(confirm_hash) = 32)),
  constraint mail_addresses_hour_check CHECK (((hour >= 0) AND (hour <= 23))),
  constraint mail_addresses_kinds_check CHECK ((kinds = ANY (ARRAY['all'::text, 'answers'::text, 'urgent'::text]))),
  constraint mail_addresses_pace_check CHECK ((pace = ANY (ARRAY['once'::text, 'daily'::text]))),
  constraint mail_addresses_sealed_check CHECK ((octet_length(sealed) <= 400)),
  constraint mail_addresses_stop_hash_check CHECK ((octet_length(stop_hash) = 32))
);

create table measures (
  id bigint generated always as identity not null,
  case_id bigint not null,
  member_id bigint,
  moderator_id bigint,
  kind text not null,
  category text not null,
  reason text not null,
  made_at timestamp with time zone not null,
  until timestamp with time zone,
  seconded_by bigint,
  seconded_at timestamp with time zone,
  undone_at timestamp with time zone,
  hides boolean default false not null,
  constraint measures_pkey PRIMARY KEY (id),
  constraint measures_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_cases(id) ON DELETE CASCADE,
  constraint measures_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint measures_moderator_id_fkey FOREIGN KEY (moderator_id) REFERENCES members(id) ON DELETE SET NULL,
  constraint measures_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint measures_kind_check CHECK ((kind = ANY (ARRAY['note'::text, 'collapse'::text, 'hold'::text, 'lock'::text, 'slow'::text, 'read_only'::text, 'suspend'::text, 'ban'::text]))),
  constraint measures_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
);
CREATE INDEX measures_by_moderator ON measures USING btree (moderator_id);
CREATE INDEX measures_of_case ON measures USING btree (case_id);
CREATE INDEX measures_of_member ON measures USING btree (member_id, kind) WHERE (undone_at IS NULL);
CREATE INDEX measures_to_second ON measures USING btree (made_at) WHERE ((kind = 'ban'::text) AND (seconded_at IS NULL) AND (undone_at IS NULL));

create table meeting_changes (
  meeting_id bigint not null,
  on_date date not null,
  kind text not null,
  new_date date,
  new_time text,
  note text,
  sequence integer default 1 not null,
  changed_at timestamp with time zone not null,
  changed_by bigint,
  constraint meeting_changes_pkey PRIMARY KEY (meeting_id, on_date),
  constraint meeting_changes_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint meeting_changes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE,
  constraint meeting_changes_check CHECK (((kind = 'moved'::text) = (new_date IS NOT NULL))),
  constraint meeting_changes_check1 CHECK (((kind = 'moved'::text) OR (new_time IS NULL))),
  constraint meeting_changes_kind_check CHECK ((kind = ANY (ARRAY['cancelled'::text, 'moved'::text, 'note'::text]))),
  constraint meeting_changes_new_time_check CHECK ((new_time ~ '^([01]\d|2[0-3]):[0-5]\d$'::text)),
  constraint meeting_changes_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  constraint meeting_changes_sequence_check CHECK ((sequence > 0))
);
CREATE INDEX meeting_changes_by_member ON meeting_changes USING btree (changed_by);

create table meeting_corrections (
  meeting_id bigint not null,
  field text not null,
  value jsonb not null,
  made_at timestamp with time zone not null,
  constraint meeting_corrections_pkey PRIMARY KEY (meeting_id, field),
  constraint meeting_corrections_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE
);

create table meeting_leaders (
  meeting_id bigint not null,
  member_id bigint not null,
  constraint meeting_leaders_pkey PRIMARY KEY (meeting_id, member_id),
  constraint meeting_leaders_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE,
  constraint meeting_leaders_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);
CREATE INDEX meeting_leaders_by_member ON meeting_leaders USING btree (member_id);

create table meeting_plans (
  member_id bigint not null,
  meeting_id bigint not null,
  on_date date,
  shown boolean default false not null,
  planned_at timestamp with time zone not null,
  constraint meeting_plans_member_id_meeting_id_on_date_key UNIQUE NULLS NOT DISTINCT (member_id, meeting_id, on_date),
  constraint meeting_plans_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE,
  constraint meeting_plans_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);
CREATE INDEX meeting_plans_by_meeting ON meeting_plans USING btree (meeting_id, on_date);

create table meeting_proposals (
  id bigint generated always as identity not null,
  meeting_id bigint not null,
  member_id bigint,
  about text not null,
  changes jsonb default '{}'::jsonb not null,
  note text,
  status text default 'waiting'::text not null,
  answer text,
  created_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by bigint,
  constraint meeting_proposals_pkey PRIMARY KEY (id),
  constraint meeting_proposals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint meeting_proposals_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE,
  constraint meeting_proposals_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE SET NULL,
  constraint meeting_proposals_about_check CHECK ((about = ANY (ARRAY['time'::text, 'place'::text, 'link'::text, 'gone'::text, 'other'::text]))),
  constraint meeting_proposals_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 1000))),
  constraint meeting_proposals_changes_check CHECK ((jsonb_typeof(changes) = 'object'::text)),
  constraint meeting_proposals_check CHECK (((status = 'waiting'::text) = (decided_at IS NULL))),
  constraint meeting_proposals_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000))),
  constraint meeting_proposals_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX meeting_proposals_by_decider ON meeting_proposals USING btree (decided_by);
CREATE INDEX meeting_proposals_by_member ON meeting_proposals USING btree (member_id, created_at DESC);
CREATE INDEX meeting_proposals_in_order ON meeting_proposals USING btree (created_at, id) WHERE (status = 'waiting'::text);
CREATE UNIQUE INDEX meeting_proposals_waiting ON meeting_proposals USING btree (meeting_id, member_id) WHERE (status = 'waiting'::text);

create table meeting_slots (
  meeting_id bigint not null,
  days smallint[] not null,
  constraint meeting_slots_pkey PRIMARY KEY (meeting_id),
  constraint meeting_slots_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE,
  constraint meeting_slots_days_check CHECK (((cardinality(days) >= 1) AND (cardinality(days) <= 7)))
);

create table meeting_sources (
  id bigint generated always as identity not null,
  feed_id bigint not null,
  external_id text not null,
  meeting_id bigint not null,
  content_hash text not null,
  details jsonb not null,
  slot text not null,
  gone_at timestamp with time zone,
  constraint meeting_sources_pkey PRIMARY KEY (id),
  constraint meeting_sources_feed_id_external_id_key UNIQUE (feed_id, external_id),
  constraint meeting_sources_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES feeds(id) ON DELETE CASCADE,
  constraint meeting_sources_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  constraint meeting_sources_external_id_check CHECK ((length(external_id) <= 300))
);
CREATE INDEX meeting_sources_by_meeting ON meeting_sources USING btree (meeting_id);
CREATE INDEX meeting_sources_by_slot ON meeting_sources USING btree (slot) WHERE (gone_at IS NULL);

create table meeting_times (
  meeting_id bigint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  on_date date not null,
  change text,
  cell integer default 0,
  marks bigint default '-1'::integer not null,
  constraint meeting_times_pkey PRIMARY KEY (meeting_id, starts_at) INCLUDE (ends_at, change),
  constraint meeting_times_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE,
  constraint meeting_times_change_check CHECK ((change = ANY (ARRAY['cancelled'::text, 'moved'::text, 'note'::text])))
);
CREATE INDEX meeting_times_in_order ON meeting_times USING btree (starts_at, meeting_id) INCLUDE (ends_at, change, marks);
CREATE INDEX meeting_times_in_place ON meeting_times USING btree (cell, starts_at, meeting_id) INCLUDE (ends_at, change, marks) WHERE (cell IS NOT NULL);
CREATE INDEX meeting_times_long ON meeting_times USING btree (starts_at, meeting_id) INCLUDE (ends_at, change, marks) WHERE ((ends_at - starts_at) > '03:00:00'::interval);

create table meetings (
  id bigint generated always as identity not null,
  group_id bigint not null,
  feed_id bigint,
  name text not null,
  status text default 'running'::text not null,
  recurrence jsonb,
  "time" text,
  minutes integer default 60 not null,
  zone text,
  online boolean default false not null,
  in_person boolean default false not null,
  online_url text,
  online_notes text,
  phone text,
  phone_notes text,
  place_name text,
  address text,
  town text,
  place_notes text,
  region text,
  latitude double precision,
  longitude double precision,
  types text[] default '{}'::text[] not null,
  tags text[] default '{}'::text[] not null,
  notes text,
  page_url text,
  words text default ''::text not null,
  timed_until timestamp with time zone,
  created_by bigint,
  created_at timestamp with time zone default now() not null,
  changed_at timestamp with time zone default now() not null,
  approximate boolean default false not null,
  paused_until date,
  version integer default 1 not null,
  capacity integer,
  access text[] default '{}'::text[] not null,
  languages text[] default '{}'::text[] not null,
  agenda jsonb,
  practice text,
  bring text,
  consent text,
  meeting_point text,
  distance_km double precision,
  terrain text,
  weather_plan text,
  fellowship text,
  traits text[] default '{}'::text[] not null,
  sought tsvector generated always as (to_tsvector('simple'::regconfig, words)) stored not null,
  map_x double precision generated always as (((longitude + (180)::double precision) / (360)::double precision)) stored,
  map_y double precision generated always as (((0.5)::double precision - (ln(tan(((pi() / (4)::double precision) + (radians(GREATEST(('-85'::integer)::double precision, LEAST((85)::double precision, latitude))) / (2)::double precision)))) / ((2)::double precision * pi())))) stored,
  constraint meetings_pkey PRIMARY KEY (id),
  constraint meetings_created_by_fkey FOREIGN KEY (created_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint meetings_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES feeds(id) ON DELETE CASCADE,
  constraint meetings_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE,
  constraint meetings_agenda_check CHECK ((jsonb_typeof(agenda) = 'array'::text)),
  constraint meetings_bring_check CHECK ((length(bring) <= 1000)),
  constraint meetings_capacity_check CHECK (((capacity >= 2) AND (capacity <= 100000))),
  constraint meetings_check CHECK ((((recurrence IS NULL) = ("time" IS NULL)) AND ((recurrence IS NULL) = (zone IS NULL)))),
  constraint meetings_check1 CHECK (((latitude IS NULL) = (longitude IS NULL))),
  constraint meetings_check2 CHECK (((paused_until IS NULL) OR (status = 'paused'::text))),
  constraint meetings_consent_check CHECK ((length(consent) <= 1000)),
  constraint meetings_distance_km_check CHECK (((distance_km >= (0.1)::double precision) AND (distance_km <= (100)::double precision))),
  constraint meetings_fellowship_check CHECK (((length(fellowship) >= 1) AND (length(fellowship) <= 100))),
  constraint meetings_latitude_check CHECK (((latitude >= ('-90'::integer)::double precision) AND (latitude <= (90)::double precision))),
  constraint meetings_longitude_check CHECK (((longitude >= ('-180'::integer)::double precision) AND (longitude <= (180)::double precision))),
  constraint meetings_meeting_point_check CHECK ((length(meeting_point) <= 500)),
  constraint meetings_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440))),
  constraint meetings_name_check CHECK (((length(name) >= 1) AND (length(name) <= 255))),
  constraint meetings_practice_check CHECK ((practice = ANY (ARRAY['meditation'::text, 'yoga'::text, 'walk'::text]))),
  constraint meetings_status_check CHECK ((status = ANY (ARRAY['running'::text, 'paused'::text, 'by_appointment'::text, 'ended'::text]))),
  constraint meetings_terrain_check CHECK ((terrain = ANY (ARRAY['paved'::text, 'path'::text, 'uneven'::text, 'hills'::text]))),
  constraint meetings_time_check CHECK (("time" ~ '^\d\d:\d\d$'::text)),
  constraint meetings_weather_plan_check CHECK ((length(weather_plan) <= 1000))
);
CREATE INDEX meetings_by_creator ON meetings USING btree (created_by);
CREATE INDEX meetings_by_feed ON meetings USING btree (feed_id);
CREATE INDEX meetings_by_group ON meetings USING btree (group_id);
CREATE INDEX meetings_by_place ON meetings USING gist (point(map_x, map_y)) WHERE in_person;
CREATE INDEX meetings_by_search ON meetings USING gin (traits, sought) WITH (fastupdate=off);
CREATE INDEX meetings_by_words ON meetings USING gin (words gin_trgm_ops);
CREATE INDEX meetings_to_time ON meetings USING btree (timed_until) WHERE ((status = 'running'::text) OR (paused_until IS NOT NULL));
CREATE TRIGGER marks_of_times AFTER UPDATE ON meetings FOR EACH ROW WHEN (((old.traits IS DISTINCT FROM new.traits) OR (old.in_person <> new.in_person) OR (old.map_x IS DISTINCT FROM new.map_x) OR (old.map_y IS DISTINCT FROM new.map_y))) EXECUTE FUNCTION write_marks();
CREATE TRIGGER traits_of_meeting BEFORE INSERT OR UPDATE OF group_id, feed_id, fellowship, online, in_person, types, languages, practice ON meetings FOR EACH ROW EXECUTE FUNCTION write_traits();

create table members (
  id bigint generated always as identity not null,
  handle text not null,
  handle_key text not null,
  passphrase_hash text not null,
  recovery_hash text not null,
  role text default 'member'::text not null,
  zone text,
  shows_day boolean default false not null,
  last_dose_on date,
  created_at timestamp with time zone default now() not null,
  proved_work boolean default true not null,
  vouched_at timestamp with time zone,
  role_since timestamp with time zone default now() not null,
  constraint members_pkey PRIMARY KEY (id),
  constraint members_handle_key_key UNIQUE (handle_key),
  constraint members_handle_check CHECK (((char_length(handle) >= 3) AND (char_length(handle) <= 24))),
  constraint members_role_check CHECK ((role = ANY (ARRAY['member'::text, 'moderator'::text, 'operator'::text])))
);

create table moderation_cases (
  id bigint generated always as identity not null,
  topic_id bigint not null,
  reply_id bigint,
  author_id bigint,
  origin text not null,
  category text not null,
  severity smallint not null,
  opened_at timestamp with time zone not null,
  told_at timestamp with time zone,
  claimed_by bigint,
  claimed_at timestamp with time zone,
  closed_at timestamp with time zone,
  constraint moderation_cases_pkey PRIMARY KEY (id),
  constraint moderation_cases_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id) ON DELETE SET NULL,
  constraint moderation_cases_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint moderation_cases_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE,
  constraint moderation_cases_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE,
  constraint moderation_cases_origin_check CHECK ((origin = ANY (ARRAY['report'::text, 'words'::text, 'held'::text]))),
  constraint moderation_cases_severity_check CHECK (((severity >= 1) AND (severity <= 3)))
);
CREATE INDEX moderation_cases_claimed ON moderation_cases USING btree (claimed_by) WHERE (claimed_by IS NOT NULL);
CREATE INDEX moderation_cases_of_author ON moderation_cases USING btree (author_id);
CREATE INDEX moderation_cases_of_post ON moderation_cases USING btree (topic_id, reply_id);
CREATE UNIQUE INDEX moderation_cases_open ON moderation_cases USING btree (topic_id, reply_id) NULLS NOT DISTINCT WHERE (closed_at IS NULL);
CREATE INDEX moderation_cases_queue ON moderation_cases USING btree (severity, opened_at) WHERE (closed_at IS NULL);

create table moderation_log (
  number bigint not null,
  on_date date not null,
  what text not null,
  category text not null,
  keeper text not null,
  previous bytea not null,
  hash bytea not null,
  constraint moderation_log_pkey PRIMARY KEY (number)
);
CREATE TRIGGER moderation_log_stays BEFORE DELETE OR UPDATE OR TRUNCATE ON moderation_log FOR EACH STATEMENT EXECUTE FUNCTION moderation_log_stays();

create table moved_replies (
  reply_id bigint not null,
  topic_id bigint not null,
  number integer not null,
  constraint moved_replies_pkey PRIMARY KEY (topic_id, number),
  constraint moved_replies_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE,
  constraint moved_replies_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE
);
CREATE INDEX moved_replies_by_reply ON moved_replies USING btree (reply_id);

create table notices (
  id bigint generated always as identity not null,
  member_id bigint not null,
  kind text not null,
  link text not null,
  words jsonb default '{}'::jsonb not null,
  about text,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  read_at timestamp with time zone,
  constraint notices_pkey PRIMARY KEY (id),
  constraint notices_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint notices_about_check CHECK ((length(about) <= 200)),
  constraint notices_kind_check CHECK (((length(kind) >= 1) AND (length(kind) <= 60))),
  constraint notices_link_check CHECK (((link ~~ '/%'::text) AND (length(link) <= 500)))
);
CREATE UNIQUE INDEX notices_about ON notices USING btree (member_id, about) WHERE ((read_at IS NULL) AND (about IS NOT NULL));
CREATE INDEX notices_by_age ON notices USING btree (created_at);
CREATE INDEX notices_of_member ON notices USING btree (member_id, due_at DESC, id DESC);
CREATE INDEX notices_of_topic ON notices USING btree (((words ->> 'topic'::text))) WHERE (words ? 'title'::text);
CREATE INDEX notices_unread ON notices USING btree (member_id, due_at) WHERE (read_at IS NULL);

create table operator_invites (
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint operator_invites_pkey PRIMARY KEY (token_hash),
  constraint operator_invites_token_hash_check CHECK ((octet_length(token_hash) = 32))
);

create table passkey_challenges (
  challenge_hash bytea not null,
  purpose text not null,
  member_id bigint,
  expires_at timestamp with time zone not null,
  constraint passkey_challenges_pkey PRIMARY KEY (challenge_hash),
  constraint passkey_challenges_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint passkey_challenges_challenge_hash_check CHECK ((octet_length(challenge_hash) = 32)),
  constraint passkey_challenges_check CHECK (((purpose = 'enter'::text) = (member_id IS NULL))),
  constraint passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['enter'::text, 'add'::text, 'confirm'::text])))
);
CREATE INDEX passkey_challenges_by_end ON passkey_challenges USING btree (expires_at);
CREATE INDEX passkey_challenges_by_member ON passkey_challenges USING btree (member_id) WHERE (member_id IS NOT NULL);

create table passkeys (
  id bigint generated always as identity not null,
  member_id bigint not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint default 0 not null,
  transports text[] default '{}'::text[] not null,
  name text default ''::text not null,
  added_at timestamp with time zone not null,
  last_used_on date,
  constraint passkeys_pkey PRIMARY KEY (id),
  constraint passkeys_credential_id_key UNIQUE (credential_id),
  constraint passkeys_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint passkeys_credential_id_check CHECK ((octet_length(credential_id) <= 1023)),
  constraint passkeys_name_check CHECK ((char_length(name) <= 40)),
  constraint passkeys_public_key_check CHECK ((octet_length(public_key) <= 2000))
);
CREATE INDEX passkeys_by_member ON passkeys USING btree (member_id);

create table places (
  id bigint not null,
  name text not null,
  folded text not null,
  country text not null,
  admin text not null,
  population integer not null,
  latitude double precision not null,
  longitude double precision not null,
  constraint places_pkey PRIMARY KEY (id)
);
CREATE INDEX places_by_likeness ON places USING gin (folded gin_trgm_ops);
CREATE INDEX places_by_name ON places USING btree (folded text_pattern_ops);
CREATE INDEX places_by_size ON places USING btree (population DESC);

create table post_signals (
  topic_id bigint not null,
  reply_id bigint,
  category text not null,
  found_at timestamp with time zone not null,
  is_seen boolean default false not null,
  constraint post_signals_topic_id_reply_id_category_key UNIQUE NULLS NOT DISTINCT (topic_id, reply_id, category),
  constraint post_signals_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE,
  constraint post_signals_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE
);
CREATE INDEX post_signals_of_reply ON post_signals USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX post_signals_unseen ON post_signals USING btree (found_at) WHERE (NOT is_seen);

create table post_versions (
  id bigint generated always as identity not null,
  topic_id bigint,
  reply_id bigint,
  title text default ''::text not null,
  body_markdown text not null,
  body_html text not null,
  written_at timestamp with time zone not null,
  replaced_at timestamp with time zone not null,
  constraint post_versions_pkey PRIMARY KEY (id),
  constraint post_versions_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE,
  constraint post_versions_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE,
  constraint post_versions_check CHECK ((num_nonnulls(topic_id, reply_id) = 1))
);
CREATE INDEX post_versions_of_reply ON post_versions USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX post_versions_of_topic ON post_versions USING btree (topic_id) WHERE (topic_id IS NOT NULL);

create table post_words (
  post bigint not null,
  topic_id bigint not null,
  number integer not null,
  space_id bigint not null,
  author_id bigint,
  author_day integer,
  created_at timestamp with time zone not null,
  words tsvector not null,
  constraint post_words_pkey PRIMARY KEY (post)
);
CREATE INDEX post_words_by_age ON post_words USING brin (created_at) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX post_words_by_author ON post_words USING btree (author_id, created_at) WHERE (author_id IS NOT NULL);
CREATE INDEX post_words_by_time ON post_words USING btree (created_at, topic_id, number);
CREATE INDEX post_words_search ON post_words USING gin (words) WITH (gin_pending_list_limit='256');

create table postcodes (
  country text not null,
  code text not null,
  name text not null,
  latitude double precision not null,
  longitude double precision not null,
  learnt boolean default false not null,
  constraint postcodes_pkey PRIMARY KEY (code, country)
);

create table proof_key (
  is_one boolean default true not null,
  key bytea not null,
  constraint proof_key_pkey PRIMARY KEY (is_one),
  constraint proof_key_is_one_check CHECK (is_one),
  constraint proof_key_key_check CHECK ((octet_length(key) = 32))
);

create table proofs_used (
  signature text not null,
  expires_at timestamp with time zone not null,
  constraint proofs_used_pkey PRIMARY KEY (signature),
  constraint proofs_used_signature_check CHECK ((length(signature) <= 128))
);
CREATE INDEX proofs_used_by_end ON proofs_used USING btree (expires_at);

create table push_devices (
  id bigint generated always as identity not null,
  member_id bigint not null,
  session_id bigint,
  name bytea not null,
  sealed bytea not null,
  label text default ''::text not null,
  wording text not null,
  kinds text not null,
  locale text not null,
  added_at timestamp with time zone not null,
  told_at timestamp with time zone not null,
  failures integer default 0 not null,
  retry_at timestamp with time zone,
  constraint push_devices_pkey PRIMARY KEY (id),
  constraint push_devices_name_key UNIQUE (name),
  constraint push_devices_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint push_devices_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE,
  constraint push_devices_kinds_check CHECK ((kinds = ANY (ARRAY['all'::text, 'answers'::text, 'urgent'::text]))),
  constraint push_devices_name_check CHECK ((octet_length(name) = 32)),
  constraint push_devices_sealed_check CHECK ((octet_length(sealed) <= 2000)),
  constraint push_devices_wording_check CHECK ((wording = ANY (ARRAY['named'::text, 'reminder'::text, 'hello'::text])))
);
CREATE INDEX push_devices_by_member ON push_devices USING btree (member_id);
CREATE INDEX push_devices_by_session ON push_devices USING btree (session_id) WHERE (session_id IS NOT NULL);

create table push_key (
  is_one boolean default true not null,
  public_key text not null,
  private_key text not null,
  constraint push_key_pkey PRIMARY KEY (is_one),
  constraint push_key_is_one_check CHECK (is_one),
  constraint push_key_private_key_check CHECK ((length(private_key) <= 100)),
  constraint push_key_public_key_check CHECK ((length(public_key) <= 100))
);

create table quiet_hours (
  member_id bigint not null,
  from_minute integer not null,
  to_minute integer not null,
  zone text not null,
  constraint quiet_hours_pkey PRIMARY KEY (member_id),
  constraint quiet_hours_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint quiet_hours_check CHECK ((from_minute <> to_minute)),
  constraint quiet_hours_from_minute_check CHECK (((from_minute >= 0) AND (from_minute <= 1439))),
  constraint quiet_hours_to_minute_check CHECK (((to_minute >= 0) AND (to_minute <= 1439)))
);

create table replies (
  id bigint generated always as identity not null,
  topic_id bigint not null,
  number integer,
  author_id bigint,
  author_day integer,
  body_markdown text not null,
  body_html text not null,
  once uuid not null,
  created_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  removed_at timestamp with time zone,
  held_at timestamp with time zone,
  notes text[] default '{}'::text[] not null,
  collapsed_at timestamp with time zone,
  removed_by_moderator boolean default false not null,
  author_step integer,
  changed_at timestamp with time zone,
  constraint replies_pkey PRIMARY KEY (id),
  constraint replies_author_id_once_key UNIQUE (author_id, once),
  constraint replies_topic_id_number_key UNIQUE (topic_id, number),
  constraint replies_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id) ON DELETE SET NULL,
  constraint replies_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE,
  constraint replies_notes_check CHECK ((notes <@ ARRAY['heavy'::text, 'lapse'::text, 'medication'::text, 'loss'::text])),
  constraint replies_numbered CHECK (((number IS NOT NULL) OR (held_at IS NOT NULL)))
);
CREATE INDEX replies_by_day ON replies USING btree (author_day, created_at DESC, id DESC) WHERE ((author_day IS NOT NULL) AND (removed_at IS NULL) AND (held_at IS NULL));
CREATE INDEX replies_by_step ON replies USING btree (author_step, created_at DESC, id DESC) WHERE ((author_step IS NOT NULL) AND (removed_at IS NULL) AND (held_at IS NULL));
CREATE INDEX replies_by_time ON replies USING btree (created_at);
CREATE INDEX replies_held ON replies USING btree (topic_id) WHERE (held_at IS NOT NULL);
CREATE TRIGGER words_of_new_reply AFTER INSERT ON replies FOR EACH ROW WHEN (((new.held_at IS NULL) AND (new.removed_at IS NULL))) EXECUTE FUNCTION keep_words_of_reply();
CREATE TRIGGER words_of_reply AFTER DELETE OR UPDATE OF topic_id, number, author_id, author_day, body_markdown, created_at, removed_at, held_at ON replies FOR EACH ROW EXECUTE FUNCTION keep_words_of_reply();

create table reports (
  id bigint generated always as identity not null,
  case_id bigint not null,
  reporter_id bigint,
  category text not null,
  words text default ''::text not null,
  reported_at timestamp with time zone not null,
  upheld boolean,
  constraint reports_pkey PRIMARY KEY (id),
  constraint reports_case_id_reporter_id_key UNIQUE (case_id, reporter_id),
  constraint reports_case_id_fkey FOREIGN KEY (case_id) REFERENCES moderation_cases(id) ON DELETE CASCADE,
  constraint reports_reporter_id_fkey FOREIGN KEY (reporter_id) REFERENCES members(id) ON DELETE SET NULL,
  constraint reports_words_check CHECK ((length(words) <= 1000))
);
CREATE INDEX reports_by_reporter ON reports USING btree (reporter_id);

create table return_follows (
  member_id bigint not null,
  followed_id bigint not null,
  followed_at timestamp with time zone not null,
  constraint return_follows_pkey PRIMARY KEY (member_id, followed_id),
  constraint return_follows_followed_id_fkey FOREIGN KEY (followed_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint return_follows_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);
CREATE INDEX return_follows_of ON return_follows USING btree (followed_id);

create table sessions (
  id bigint generated always as identity not null,
  token_hash bytea not null,
  member_id bigint not null,
  form_token text not null,
  label text default ''::text not null,
  shared boolean default false not null,
  created_at timestamp with time zone default now() not null,
  last_seen_at timestamp with time zone default now() not null,
  expires_at timestamp with time zone not null,
  passkey_at timestamp with time zone,
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint sessions_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
CREATE INDEX sessions_by_end ON sessions USING btree (expires_at);
CREATE INDEX sessions_by_member ON sessions USING btree (member_id);

create table site_notices (
  id bigint generated always as identity not null,
  words text not null,
  set_by bigint,
  set_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint site_notices_pkey PRIMARY KEY (id),
  constraint site_notices_set_by_fkey FOREIGN KEY (set_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint site_notices_check CHECK ((until > set_at)),
  constraint site_notices_words_check CHECK (((length(words) >= 1) AND (length(words) <= 200)))
);
CREATE INDEX site_notices_on ON site_notices USING btree (until) WHERE (ended_at IS NULL);
CREATE INDEX site_notices_set_by ON site_notices USING btree (set_by);

create table slow_modes (
  id bigint generated always as identity not null,
  topic_id bigint,
  space_id bigint,
  minutes smallint not null,
  set_by bigint,
  measure_id bigint,
  set_at timestamp with time zone not null,
  until timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint slow_modes_pkey PRIMARY KEY (id),
  constraint slow_modes_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measures(id) ON DELETE CASCADE,
  constraint slow_modes_set_by_fkey FOREIGN KEY (set_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint slow_modes_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE,
  constraint slow_modes_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE,
  constraint slow_modes_check CHECK (((topic_id IS NULL) <> (space_id IS NULL))),
  constraint slow_modes_minutes_check CHECK (((minutes >= 1) AND (minutes <= 1440)))
);
CREATE INDEX slow_modes_of_space ON slow_modes USING btree (space_id) WHERE (ended_at IS NULL);
CREATE INDEX slow_modes_of_topic ON slow_modes USING btree (topic_id) WHERE (ended_at IS NULL);
CREATE INDEX slow_modes_set_by ON slow_modes USING btree (set_by);

create table space_follows (
  member_id bigint not null,
  space_id bigint not null,
  followed_at timestamp with time zone not null,
  constraint space_follows_pkey PRIMARY KEY (member_id, space_id),
  constraint space_follows_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint space_follows_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id) ON DELETE CASCADE
);
CREATE INDEX space_follows_of_space ON space_follows USING btree (space_id);

create table spaces (
  id bigint generated always as identity not null,
  group_id bigint,
  slug text,
  name text default ''::text not null,
  about text default ''::text not null,
  place integer default 0 not null,
  zone text,
  readers text default 'everybody'::text not null,
  opens_check_in boolean default false not null,
  is_indexed boolean default false not null,
  retired_at timestamp with time zone,
  constraint spaces_pkey PRIMARY KEY (id),
  constraint spaces_group_id_key UNIQUE (group_id),
  constraint spaces_slug_key UNIQUE (slug),
  constraint spaces_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE,
  constraint spaces_check CHECK (((group_id IS NULL) = (slug IS NOT NULL))),
  constraint spaces_readers_check CHECK ((readers = ANY (ARRAY['everybody'::text, 'members'::text])))
);

create table stored_pages (
  address text not null,
  locale text not null,
  build text not null,
  tags text[] not null,
  stamp bigint not null,
  drawn_at timestamp with time zone not null,
  body bytea not null,
  constraint stored_pages_pkey PRIMARY KEY (address, locale)
);

create table tag_versions (
  tag text not null,
  version bigint default 1 not null,
  constraint tag_versions_pkey PRIMARY KEY (tag)
);

create table taper_steps (
  member_id bigint not null,
  step integer not null,
  changed_at timestamp with time zone not null,
  constraint taper_steps_pkey PRIMARY KEY (member_id),
  constraint taper_steps_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint taper_steps_step_check CHECK (((step >= 1) AND (step <= 60)))
);

create table thanks (
  member_id bigint not null,
  topic_id bigint,
  reply_id bigint,
  thanked_at timestamp with time zone not null,
  constraint thanks_member_id_topic_id_reply_id_key UNIQUE NULLS NOT DISTINCT (member_id, topic_id, reply_id),
  constraint thanks_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint thanks_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE,
  constraint thanks_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE,
  constraint thanks_check CHECK ((num_nonnulls(topic_id, reply_id) = 1))
);
CREATE INDEX thanks_for_reply ON thanks USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX thanks_for_topic ON thanks USING btree (topic_id) WHERE (topic_id IS NOT NULL);

create table topic_marks (
  member_id bigint not null,
  topic_id bigint not null,
  read_number integer default '-1'::integer not null,
  state text default 'seen'::text not null,
  told boolean default false not null,
  constraint topic_marks_pkey PRIMARY KEY (member_id, topic_id),
  constraint topic_marks_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint topic_marks_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE,
  constraint topic_marks_state_check CHECK ((state = ANY (ARRAY['seen'::text, 'followed'::text, 'muted'::text])))
);
CREATE INDEX topic_marks_to_tell ON topic_marks USING btree (topic_id) WHERE ((state = 'followed'::text) AND (NOT told));

create table topics (
  id bigint generated always as identity not null,
  group_id bigint,
  author_id bigint,
  author_day integer,
  title text not null,
  body_markdown text not null,
  body_html text not null,
  once uuid not null,
  is_first_post boolean default false not null,
  reply_count integer default 0 not null,
  last_post_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  created_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  closed_at timestamp with time zone,
  removed_at timestamp with time zone,
  space_id bigint not null,
  kind text default 'story'::text not null,
  check_in_on date,
  held_at timestamp with time zone,
  notes text[] default '{}'::text[] not null,
  collapsed_at timestamp with time zone,
  removed_by_moderator boolean default false not null,
  gap_count integer default 0 not null,
  merged_into bigint,
  merged_pages integer,
  author_step integer,
  helps_with text[] default '{}'::text[] not null,
  constraint topics_pkey PRIMARY KEY (id),
  constraint topics_author_id_once_key UNIQUE (author_id, once),
  constraint topics_space_id_check_in_on_key UNIQUE (space_id, check_in_on),
  constraint topics_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id) ON DELETE SET NULL,
  constraint topics_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE SET NULL,
  constraint topics_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES topics(id) ON DELETE SET NULL,
  constraint topics_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id),
  constraint topics_check_in_day CHECK (((kind = 'check_in'::text) = (check_in_on IS NOT NULL))),
  constraint topics_helps_with_check CHECK ((helps_with <@ ARRAY['cravings'::text, 'restlessness'::text, 'irritability'::text, 'insomnia'::text, 'nausea'::text, 'aches'::text, 'anxiety'::text, 'low_mood'::text])),
  constraint topics_helps_with_kind CHECK (((kind = 'resource'::text) OR (helps_with = '{}'::text[]))),
  constraint topics_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'story'::text, 'resource'::text, 'check_in'::text]))),
  constraint topics_notes_check CHECK ((notes <@ ARRAY['heavy'::text, 'lapse'::text, 'medication'::text, 'loss'::text]))
);
CREATE INDEX topics_by_activity ON topics USING btree (last_post_at DESC, id DESC) WHERE ((removed_at IS NULL) AND (held_at IS NULL));
CREATE INDEX topics_by_day ON topics USING btree (author_day, created_at DESC, id DESC) WHERE ((author_day IS NOT NULL) AND (removed_at IS NULL) AND (held_at IS NULL));
CREATE INDEX topics_by_help ON topics USING gin (helps_with) WHERE ((kind = 'resource'::text) AND (removed_at IS NULL) AND (held_at IS NULL));
CREATE INDEX topics_by_step ON topics USING btree (author_step, created_at DESC, id DESC) WHERE ((author_step IS NOT NULL) AND (removed_at IS NULL) AND (held_at IS NULL));
CREATE INDEX topics_of_group ON topics USING btree (group_id) WHERE (group_id IS NOT NULL);
CREATE INDEX topics_of_space_by_activity ON topics USING btree (space_id, last_post_at DESC, id DESC) WHERE ((removed_at IS NULL) AND (held_at IS NULL));
CREATE INDEX topics_waiting ON topics USING btree (created_at) WHERE (is_first_post AND (answered_at IS NULL) AND (closed_at IS NULL) AND (removed_at IS NULL) AND (held_at IS NULL));
CREATE TRIGGER words_of_new_topic AFTER INSERT ON topics FOR EACH ROW WHEN (((new.held_at IS NULL) AND (new.removed_at IS NULL))) EXECUTE FUNCTION keep_words_of_topic();
CREATE TRIGGER words_of_topic AFTER DELETE OR UPDATE OF title, space_id, author_id, author_day, body_markdown, created_at, removed_at, held_at ON topics FOR EACH ROW EXECUTE FUNCTION keep_words_of_topic();

create table vault_meetings (
  id bytea not null,
  kind text not null,
  note bytea not null,
  left_on date not null,
  constraint vault_meetings_pkey PRIMARY KEY (id, kind),
  constraint vault_meetings_id_check CHECK ((octet_length(id) = 16)),
  constraint vault_meetings_kind_check CHECK ((kind = ANY (ARRAY['key'::text, 'secret'::text]))),
  constraint vault_meetings_note_check CHECK (((octet_length(note) >= 1) AND (octet_length(note) <= 128)))
);

create table vault_records (
  vault_id bytea not null,
  record_id bytea not null,
  revision integer not null,
  base_revision integer not null,
  blob bytea not null,
  gone_on date,
  constraint vault_records_pkey PRIMARY KEY (vault_id, record_id),
  constraint vault_records_vault_id_revision_key UNIQUE (vault_id, revision),
  constraint vault_records_vault_id_fkey FOREIGN KEY (vault_id) REFERENCES vaults(id) ON DELETE CASCADE,
  constraint vault_records_blob_check CHECK (((octet_length(blob) >= 301) AND (octet_length(blob) <= 16429))),
  constraint vault_records_record_id_check CHECK ((octet_length(record_id) = 16))
);
CREATE INDEX vault_records_gone ON vault_records USING btree (gone_on) WHERE (gone_on IS NOT NULL);

create table vault_writes (
  vault_id bytea not null,
  op_id bytea not null,
  revision integer not null,
  done_on date not null,
  constraint vault_writes_pkey PRIMARY KEY (vault_id, op_id),
  constraint vault_writes_vault_id_fkey FOREIGN KEY (vault_id) REFERENCES vaults(id) ON DELETE CASCADE,
  constraint vault_writes_op_id_check CHECK ((octet_length(op_id) = 16))
);
CREATE INDEX vault_writes_by_day ON vault_writes USING btree (done_on);

create table vaults (
  id bytea not null,
  token_hash bytea not null,
  revision integer default 0 not null,
  records integer default 0 not null,
  bytes integer default 0 not null,
  constraint vaults_pkey PRIMARY KEY (id),
  constraint vaults_id_check CHECK ((octet_length(id) = 16)),
  constraint vaults_token_hash_check CHECK ((octet_length(token_hash) = 32))
);

create table waiting_posts (
  id bigint generated always as identity not null,
  topic_id bigint not null,
  reply_id bigint,
  author_id bigint not null,
  reason text not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  reminded_at timestamp with time zone,
  hosts_reminded_at timestamp with time zone,
  claimed_by bigint,
  claimed_at timestamp with time zone,
  answered_by bigint,
  constraint waiting_posts_pkey PRIMARY KEY (id),
  constraint waiting_posts_topic_id_reply_id_key UNIQUE NULLS NOT DISTINCT (topic_id, reply_id),
  constraint waiting_posts_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint waiting_posts_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES members(id) ON DELETE SET NULL,
  constraint waiting_posts_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE,
  constraint waiting_posts_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE,
  constraint waiting_posts_reason_check CHECK ((reason = ANY (ARRAY['first'::text, 'needs'::text])))
);
CREATE INDEX waiting_posts_by_time ON waiting_posts USING btree (asked_at);
CREATE INDEX waiting_posts_claimed ON waiting_posts USING btree (claimed_by) WHERE (claimed_by IS NOT NULL);
CREATE INDEX waiting_posts_of_author ON waiting_posts USING btree (author_id);
CREATE INDEX waiting_posts_of_topic ON waiting_posts USING btree (topic_id) WHERE (answered_at IS NULL);
CREATE INDEX waiting_posts_open ON waiting_posts USING btree (asked_at) WHERE (answered_at IS NULL);

create table words_leaving (
  id bigint generated always as identity not null,
  topic_id bigint,
  reply_id bigint,
  constraint words_leaving_pkey PRIMARY KEY (id),
  constraint words_leaving_reply_id_fkey FOREIGN KEY (reply_id) REFERENCES replies(id) ON DELETE CASCADE,
  constraint words_leaving_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE,
  constraint words_leaving_check CHECK (((topic_id IS NULL) <> (reply_id IS NULL)))
);
CREATE INDEX words_leaving_replies ON words_leaving USING btree (reply_id) WHERE (reply_id IS NOT NULL);
CREATE INDEX words_leaving_topics ON words_leaving USING btree (topic_id) WHERE (topic_id IS NOT NULL);
