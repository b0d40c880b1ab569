-- The schema as the migrations make it, to read and to compare. Written by `npm run schema`; change it with a
-- migration. The job queue's own schema and the list of migrations that ran are left out.

create extension pg_trgm;

CREATE OR REPLACE FUNCTION public.distance_km(lat1 double precision, lng1 double precision, lat2 double precision, lng2 double precision)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select 12742.0176 * asin(least(1, sqrt(
    power(sin(radians(lat2 - lat1) / 2), 2)
    + cos(radians(lat1)) * cos(radians(lat2)) * power(sin(radians(lng2 - lng1) / 2), 2))))
$function$;

create table device_marks (
  token_hash bytea not null,
  member_id bigint not null,
  expires_at timestamp with time zone not null,
  constraint device_marks_pkey PRIMARY KEY (token_hash),
  constraint device_marks_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint device_marks_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
CREATE INDEX device_marks_by_member ON device_marks USING btree (member_id);

create table feeds (
  id bigint generated always as identity not null,
  name text not null,
  address text,
  format text,
  zone text,
  kind text default 'twelve_step'::text not null,
  last_import_at timestamp with time zone,
  created_at timestamp with time zone default now() not null,
  constraint feeds_pkey PRIMARY KEY (id),
  constraint feeds_name_key UNIQUE (name),
  constraint feeds_format_check CHECK ((format = ANY (ARRAY['meeting_guide'::text, 'bmlt'::text]))),
  constraint feeds_kind_check CHECK ((kind = ANY (ARRAY['twelve_step'::text, 'discussion'::text, 'skills'::text, 'holistic'::text, 'family'::text]))),
  constraint feeds_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

create table group_members (
  group_id bigint not null,
  member_id bigint not null,
  role text default 'member'::text not null,
  joined_at timestamp with time zone default now() not null,
  constraint group_members_pkey PRIMARY KEY (group_id, member_id),
  constraint group_members_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE,
  constraint group_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint group_members_role_check CHECK ((role = ANY (ARRAY['member'::text, 'host'::text])))
);
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
  constraint imports_pkey PRIMARY KEY (id),
  constraint imports_feed_id_fkey FOREIGN KEY (feed_id) REFERENCES feeds(id) ON DELETE CASCADE,
  constraint imports_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX imports_by_feed ON imports USING btree (feed_id, id DESC);

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

create table meeting_leaders (
  meeting_id bigint not null,
  member_id bigint not null,
  constraint meeting_leaders_pkey PRIMARY KEY (meeting_id, member_id),
  constraint meeting_leaders_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE,
  constraint meeting_leaders_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
);
CREATE INDEX meeting_leaders_by_member ON meeting_leaders USING btree (member_id);

create table meeting_times (
  meeting_id bigint not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  on_date date not null,
  change text,
  constraint meeting_times_pkey PRIMARY KEY (meeting_id, starts_at),
  constraint meeting_times_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE,
  constraint meeting_times_change_check CHECK ((change = ANY (ARRAY['cancelled'::text, 'moved'::text, 'note'::text])))
);
CREATE INDEX meeting_times_in_order ON meeting_times USING btree (starts_at, meeting_id);

create table meetings (
  id bigint generated always as identity not null,
  group_id bigint not null,
  feed_id bigint,
  external_id text,
  content_hash text,
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
  constraint meetings_pkey PRIMARY KEY (id),
  constraint meetings_feed_id_external_id_key UNIQUE (feed_id, external_id),
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
  constraint meetings_external_id_check CHECK ((length(external_id) <= 300)),
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
CREATE INDEX meetings_by_group ON meetings USING btree (group_id);
CREATE INDEX meetings_by_point ON meetings USING btree (latitude, longitude) WHERE in_person;
CREATE INDEX meetings_by_words ON meetings USING gin (words gin_trgm_ops);
CREATE INDEX meetings_to_time ON meetings USING btree (timed_until) WHERE ((status = 'running'::text) OR (paused_until IS NOT NULL));

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
  constraint members_pkey PRIMARY KEY (id),
  constraint members_handle_key_key UNIQUE (handle_key),
  constraint members_handle_check CHECK (((char_length(handle) >= 3) AND (char_length(handle) <= 24))),
  constraint members_role_check CHECK ((role = ANY (ARRAY['member'::text, 'moderator'::text, 'operator'::text])))
);

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
CREATE INDEX notices_unread ON notices USING btree (member_id, due_at) WHERE (read_at IS NULL);

create table operator_invites (
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint operator_invites_pkey PRIMARY KEY (token_hash),
  constraint operator_invites_token_hash_check CHECK ((octet_length(token_hash) = 32))
);

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
  constraint replies_pkey PRIMARY KEY (id),
  constraint replies_author_id_once_key UNIQUE (author_id, once),
  constraint replies_topic_id_number_key UNIQUE (topic_id, number),
  constraint replies_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id) ON DELETE SET NULL,
  constraint replies_topic_id_fkey FOREIGN KEY (topic_id) REFERENCES topics(id) ON DELETE CASCADE,
  constraint replies_numbered CHECK (((number IS NOT NULL) OR (held_at IS NOT NULL)))
);
CREATE INDEX replies_by_time ON replies USING btree (created_at);
CREATE INDEX replies_held ON replies USING btree (topic_id) WHERE (held_at IS NOT NULL);

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
  constraint sessions_pkey PRIMARY KEY (id),
  constraint sessions_token_hash_key UNIQUE (token_hash),
  constraint sessions_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE,
  constraint sessions_token_hash_check CHECK ((octet_length(token_hash) = 32))
);
CREATE INDEX sessions_by_end ON sessions USING btree (expires_at);
CREATE INDEX sessions_by_member ON sessions USING btree (member_id);

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
  constraint topics_pkey PRIMARY KEY (id),
  constraint topics_author_id_once_key UNIQUE (author_id, once),
  constraint topics_space_id_check_in_on_key UNIQUE (space_id, check_in_on),
  constraint topics_author_id_fkey FOREIGN KEY (author_id) REFERENCES members(id) ON DELETE SET NULL,
  constraint topics_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE SET NULL,
  constraint topics_space_id_fkey FOREIGN KEY (space_id) REFERENCES spaces(id),
  constraint topics_check_in_day CHECK (((kind = 'check_in'::text) = (check_in_on IS NOT NULL))),
  constraint topics_kind_check CHECK ((kind = ANY (ARRAY['question'::text, 'story'::text, 'resource'::text, 'check_in'::text])))
);
CREATE INDEX topics_by_activity ON topics USING btree (last_post_at DESC, id DESC) WHERE ((removed_at IS NULL) AND (held_at IS NULL));
CREATE INDEX topics_of_group ON topics USING btree (group_id) WHERE (group_id IS NOT NULL);
CREATE INDEX topics_of_space_by_activity ON topics USING btree (space_id, last_post_at DESC, id DESC) WHERE ((removed_at IS NULL) AND (held_at IS NULL));
CREATE INDEX topics_waiting ON topics USING btree (created_at) WHERE (is_first_post AND (answered_at IS NULL) AND (closed_at IS NULL) AND (removed_at IS NULL) AND (held_at IS NULL));
