-- One date of a meeting that differs from the rule: it is cancelled, moved, or has a note of its own.
create table meeting_changes (
  meeting_id bigint not null references meetings on delete cascade,
  -- The date the rule gives, on the wall where the meeting is.
  on_date date not null,
  -- Taking a change back leaves a note without words, so that a calendar that saw the change sees its end too.
  kind text not null check (kind in ('cancelled', 'moved', 'note')),
  new_date date,
  new_time text check (new_time ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  note text check (length(note) between 1 and 1000),
  -- Counts the changes of this date, as calendars want it.
  sequence int not null default 1 check (sequence > 0),
  changed_at timestamptz not null,
  changed_by bigint references members on delete set null,
  primary key (meeting_id, on_date),
  check ((kind = 'moved') = (new_date is not null)),
  check (kind = 'moved' or new_time is null)
);
create index meeting_changes_by_member on meeting_changes (changed_by);

alter table meeting_times
  -- The date the rule gives; a moved meeting is on another.
  add column on_date date,
  add column change text check (change in ('cancelled', 'moved', 'note'));
update meeting_times set on_date = (starts_at at time zone meetings.zone)::date
  from meetings where meetings.id = meeting_id;
alter table meeting_times alter column on_date set not null;

alter table meetings
  -- A paused meeting is on again from this date; without one it waits for its host.
  add column paused_until date,
  -- Counts what hosts changed, so that the second of two notices the first.
  add column version int not null default 1,
  add column capacity int check (capacity between 2 and 100000),
  add column access text[] not null default '{}',
  -- None: those of its group.
  add column languages text[] not null default '{}',
  -- What happens there: [{"minutes": 5, "part": "Welcome", "note": "…"}]
  add column agenda jsonb check (jsonb_typeof(agenda) = 'array'),
  add column practice text check (practice in ('meditation', 'yoga', 'walk')),
  add column bring text check (length(bring) <= 1000),
  add column consent text check (length(consent) <= 1000),
  add column meeting_point text check (length(meeting_point) <= 500),
  add column distance_km double precision check (distance_km between 0.1 and 100),
  add column terrain text check (terrain in ('paved', 'path', 'uneven', 'hills')),
  add column weather_plan text check (length(weather_plan) <= 1000),
  add check (paused_until is null or status = 'paused');

drop index meetings_to_time;
create index meetings_to_time on meetings (timed_until) where status = 'running' or paused_until is not null;

-- The hosts of the group who lead this meeting; a walk has two.
create table meeting_leaders (
  meeting_id bigint not null references meetings on delete cascade,
  member_id bigint not null references members on delete cascade,
  primary key (meeting_id, member_id)
);
create index meeting_leaders_by_member on meeting_leaders (member_id);
