-- What the finder looks for, as one row an index can answer: several conditions at once are one index scan.
alter table meetings
  -- Who holds it, where a feed brings several: "Narcotics Anonymous". Null: the name of the feed says it.
  add column fellowship text check (length(fellowship) between 1 and 100),
  -- Kind, way, languages, circles and types of a meeting and its group; empty while its group is closed.
  add column traits text[] not null default '{}',
  add column sought tsvector not null generated always as (to_tsvector('simple'::regconfig, words)) stored,
  -- The square map of the world, 0 to 1 from the north-west: what maps on the web use. Near any point it keeps shapes.
  add column map_x double precision generated always as ((longitude + 180) / 360) stored,
  add column map_y double precision generated always as (
    0.5 - ln(tan(pi() / 4 + radians(greatest(-85, least(85, latitude))) / 2)) / (2 * pi())) stored;

-- Languages that the Meeting Guide vocabulary has a code for.
create function language_of_type(code text) returns text immutable parallel safe language sql as $$
  select case code
    when 'S' then 'es' when 'FR' then 'fr' when 'DE' then 'de' when 'ITA' then 'it' when 'POL' then 'pl'
    when 'POR' then 'pt' when 'RUS' then 'ru' when 'SV' then 'sv' when 'NL' then 'nl' when 'DA' then 'da'
    when 'NO' then 'no' when 'FI' then 'fi' when 'EL' then 'el' when 'HE' then 'he' when 'HI' then 'hi'
    when 'HR' then 'hr' when 'HU' then 'hu' when 'IS' then 'is' when 'JA' then 'ja' when 'KA' then 'ka'
    when 'KOR' then 'ko' when 'LT' then 'lt' when 'ML' then 'ml' when 'MT' then 'mt' when 'NE' then 'ne'
    when 'PUN' then 'pa' when 'SK' then 'sk' when 'SL' then 'sl' when 'TH' then 'th' when 'TL' then 'tl'
    when 'TUR' then 'tr' when 'UK' then 'uk' when 'AF' then 'af' when 'AM' then 'am' when 'AR' then 'ar'
    when 'BG' then 'bg' when 'FA' then 'fa' when 'EN' then 'en' when 'ASL' then 'ase' end
$$;

create function write_traits() returns trigger language plpgsql as $$
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
end $$;

-- Derived like an index, and kept like one: a writer who forgot it would hide a meeting.
create trigger traits_of_meeting
  before insert or update of group_id, feed_id, fellowship, online, in_person, types, languages, practice on meetings
  for each row execute function write_traits();

create function renew_traits() returns trigger language plpgsql as $$
begin
  update meetings set group_id = group_id where group_id = new.id;
  return null;
end $$;

create trigger traits_of_group
  after update of kind, circles, practices, languages, status on groups
  for each row when (
    (old.kind, old.circles, old.practices, old.languages, old.status)
    is distinct from (new.kind, new.circles, new.practices, new.languages, new.status))
  execute function renew_traits();

update meetings set group_id = group_id;

create index meetings_by_search on meetings using gin (traits, sought) with (fastupdate = off);
create index meetings_by_place on meetings using gist (point(map_x, map_y)) where in_person;
drop index meetings_by_point;

-- Which words the meetings use, so that a misspelt one finds its neighbour, and how many have which trait, so that
-- a search knows whether to go by its words or by the clock. Counted anew by a job.
create table finder_words (
  word text primary key,
  meetings int not null
);
create index finder_words_by_start on finder_words (word text_pattern_ops);
create index finder_words_by_likeness on finder_words using gin (word gin_trgm_ops);
create table finder_counts (
  trait text primary key,
  meetings int not null,
  counted_at timestamptz not null
);

-- Where a postcode is: those of the United States and Canada from a list, others as the meetings' addresses show them.
create table postcodes (
  country text not null,
  code text not null,
  name text not null,
  latitude double precision not null,
  longitude double precision not null,
  learnt boolean not null default false,
  primary key (code, country)
);
create index places_by_size on places (population desc);
