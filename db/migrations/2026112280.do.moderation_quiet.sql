-- People whose words a member wants to find folded. Blocked ones can also send nothing direct. Nobody is told.
create table folded_members (
  member_id bigint not null references members on delete cascade,
  other_id  bigint not null references members on delete cascade,
  how       text not null check (how in ('muted', 'blocked')),
  since     timestamptz not null,
  primary key (member_id, other_id),
  check (member_id <> other_id)
);
create index folded_members_by_other on folded_members (other_id);

-- Hours in which nothing is told; what came meanwhile is told when they end.
create table quiet_hours (
  member_id   bigint primary key references members on delete cascade,
  from_minute integer not null check (from_minute between 0 and 1439),
  to_minute   integer not null check (to_minute between 0 and 1439),
  zone        text not null,
  check (from_minute <> to_minute)
);

-- The end of the quiet hours that a moment lies in, or the moment itself.
create function after_quiet(at timestamptz, zone text, from_minute integer, to_minute integer) returns timestamptz
language sql stable as $$
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
$$;
