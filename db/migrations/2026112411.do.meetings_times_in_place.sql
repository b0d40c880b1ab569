-- What a search along the clock asks of a meeting stands beside each of its times: where it is, and what it is. An index of
-- times alone made a search for one town look at meetings all over the world until a page was full.

-- The squares of the world map that the finder reads, 4096 each way: one is about 7 km wide in Europe and the United States.
create function cell_of(in_person boolean, map_x double precision, map_y double precision) returns int
  language sql immutable parallel safe
  return case when in_person and map_x is not null
    then 1 + least(4095, floor(map_y * 4096)::int) * 4096 + least(4095, floor(map_x * 4096)::int) end;

-- One bit for each trait. What many meetings have has a bit of its own; the others share the rest, which may let a meeting
-- pass that is then looked at itself, and never hides one.
create function marks_of(traits text[]) returns bigint language sql immutable parallel safe as $$
  select coalesce(bit_or(1::bigint << case trait
    when 'in_person' then 0 when 'online' then 1 when 'hybrid' then 2 when 'house' then 3 when 'lists' then 4
    when 'kind:twelve_step' then 5 when 'kind:discussion' then 6 when 'kind:skills' then 7 when 'kind:holistic' then 8
    when 'kind:family' then 9 when 'type:O' then 10 when 'type:C' then 11 when 'type:D' then 12 when 'type:X' then 13
    when 'type:W' then 14 when 'circle:women' then 15 when 'type:M' then 16 when 'language:en' then 17
    else 18 + ('x' || left(md5(trait), 6))::bit(24)::int % 45 end), 0)
  from unnest(traits) trait $$;

create table placed_times (
  meeting_id bigint not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  on_date date not null,
  change text,
  -- Null: nobody can go there. 0: not worked out, so that a search for any place looks at it.
  cell int default 0,
  -- -1: not worked out, so that a search for anything looks at it.
  marks bigint not null default -1
);
insert into placed_times
  select times.*, cell_of(in_person, map_x, map_y), marks
  from (select id, in_person, map_x, map_y, marks_of(traits) as marks from meetings offset 0) meetings
    join meeting_times times on meeting_id = id;
drop table meeting_times;
alter table placed_times rename to meeting_times;
alter table meeting_times
  add constraint meeting_times_pkey primary key (meeting_id, starts_at) include (ends_at, change),
  add constraint meeting_times_meeting_id_fkey foreign key (meeting_id) references meetings (id) on delete cascade,
  add constraint meeting_times_change_check check (change in ('cancelled', 'moved', 'note'));
create index meeting_times_in_order on meeting_times (starts_at, meeting_id) include (ends_at, change, marks);
create index meeting_times_in_place on meeting_times (cell, starts_at, meeting_id) include (ends_at, change, marks)
  where cell is not null;
create index meeting_times_long on meeting_times (starts_at, meeting_id) include (ends_at, change, marks)
  where ends_at - starts_at > interval '3 hours';
analyze meeting_times;

-- As with the traits themselves: this is an index in all but name, and nobody who changes a meeting could forget it.
create function write_marks() returns trigger language plpgsql as $$
begin
  update meeting_times set cell = cell_of(new.in_person, new.map_x, new.map_y), marks = marks_of(new.traits)
    where meeting_id = new.id;
  return null;
end $$;
create trigger marks_of_times after update on meetings for each row
  when (old.traits is distinct from new.traits or old.in_person <> new.in_person
    or old.map_x is distinct from new.map_x or old.map_y is distinct from new.map_y)
  execute function write_marks();
