create extension if not exists pg_trgm;

create table feeds (
  id bigint generated always as identity primary key,
  name text not null unique check (length(name) between 1 and 100),
  -- Null for a feed that came as a file.
  address text,
  format text check (format in ('meeting_guide', 'bmlt')),
  -- For meetings with neither a zone of their own nor coordinates.
  zone text,
  kind text not null default 'twelve_step'
    check (kind in ('twelve_step', 'discussion', 'skills', 'holistic', 'family')),
  last_import_at timestamptz,
  created_at timestamptz not null default now()
);

create table imports (
  id bigint generated always as identity primary key,
  feed_id bigint not null references feeds on delete cascade,
  status text not null default 'waiting' check (status in ('waiting', 'running', 'done', 'failed')),
  -- An uploaded file, until it has been read.
  content text,
  source text not null default '',
  records int not null default 0,
  taken int not null default 0,
  mended int not null default 0,
  refused int not null default 0,
  added int not null default 0,
  changed int not null default 0,
  gone int not null default 0,
  same int not null default 0,
  -- How many meetings the feed had before, when this import had so few that nothing was removed.
  nothing_removed_of int,
  done int not null default 0,
  total int not null default 0,
  failure text,
  failure_detail text,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index imports_by_feed on imports (feed_id, id desc);

create table import_lines (
  import_id bigint not null references imports on delete cascade,
  position int not null,
  action text not null check (action in ('mended', 'refused')),
  record int not null,
  name text not null,
  field text not null,
  why text not null,
  was text,
  became text,
  primary key (import_id, position)
);

create table meetings (
  id bigint generated always as identity primary key,
  group_id bigint not null references groups on delete cascade,
  -- Both null for a meeting made here; together they are an imported meeting's identity.
  feed_id bigint references feeds on delete cascade,
  external_id text check (length(external_id) <= 300),
  content_hash text,
  name text not null check (length(name) between 1 and 255),
  status text not null default 'running' check (status in ('running', 'paused', 'by_appointment', 'ended')),
  -- Null for a meeting by appointment; see Recurrence in src/meetings/recurrence.
  recurrence jsonb,
  time text check (time ~ '^\d\d:\d\d$'),
  minutes int not null default 60 check (minutes between 1 and 1440),
  zone text,
  online boolean not null default false,
  in_person boolean not null default false,
  online_url text,
  online_notes text,
  phone text,
  phone_notes text,
  place_name text,
  address text,
  town text,
  place_notes text,
  region text,
  latitude double precision check (latitude between -90 and 90),
  longitude double precision check (longitude between -180 and 180),
  types text[] not null default '{}',
  tags text[] not null default '{}',
  notes text,
  page_url text,
  -- Name, group and place without accents and in small letters, to be searched.
  words text not null default '',
  -- Until when meeting_times is filled.
  timed_until timestamptz,
  created_by bigint references members on delete set null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  unique (feed_id, external_id),
  check ((recurrence is null) = (time is null) and (recurrence is null) = (zone is null)),
  check ((latitude is null) = (longitude is null))
);
create index meetings_by_group on meetings (group_id);
create index meetings_by_words on meetings using gin (words gin_trgm_ops);
create index meetings_by_point on meetings (latitude, longitude) where in_person;
create index meetings_to_time on meetings (timed_until) where status = 'running';
create index meetings_by_creator on meetings (created_by);

-- When meetings are, five weeks ahead, in instants: "what is on in the next two hours, anywhere" is one index read.
create table meeting_times (
  meeting_id bigint not null references meetings on delete cascade,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (meeting_id, starts_at)
);
create index meeting_times_in_order on meeting_times (starts_at, meeting_id);

-- Towns of the world, so that "near Cork" is answered without asking anybody. From GeoNames, CC BY 4.0.
create table places (
  id bigint primary key,
  name text not null,
  folded text not null,
  country text not null,
  admin text not null,
  population int not null,
  latitude double precision not null,
  longitude double precision not null
);
create index places_by_name on places (folded text_pattern_ops);
create index places_by_likeness on places using gin (folded gin_trgm_ops);

-- Not earthdistance: its index functions break when a backup is restored under an empty search path.
create function distance_km(lat1 double precision, lng1 double precision, lat2 double precision, lng2 double precision)
  returns double precision immutable parallel safe language sql as $$
  select 12742.0176 * asin(least(1, sqrt(
    power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lng2 - lng1) / 2), 2))))
$$;
