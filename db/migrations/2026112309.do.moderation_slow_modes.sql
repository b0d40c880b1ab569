-- A topic or a space in which each member writes once in so many minutes, until a time.
create table slow_modes (
  id         bigint generated always as identity primary key,
  topic_id   bigint references topics on delete cascade,
  space_id   bigint references spaces on delete cascade,
  minutes    smallint not null check (minutes between 1 and 1440),
  set_by     bigint references members on delete set null,
  measure_id bigint references measures on delete cascade,  -- null: not about one post
  set_at     timestamptz not null,
  until      timestamptz not null,
  ended_at   timestamptz,
  check ((topic_id is null) <> (space_id is null))
);
create index slow_modes_of_topic on slow_modes (topic_id) where ended_at is null;
create index slow_modes_of_space on slow_modes (space_id) where ended_at is null;
create index slow_modes_set_by on slow_modes (set_by);

alter table measures drop constraint measures_kind_check;
alter table measures add constraint measures_kind_check
  check (kind in ('note', 'collapse', 'hold', 'lock', 'slow', 'read_only', 'suspend', 'ban'));
