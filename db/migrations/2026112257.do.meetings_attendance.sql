-- "I plan to come": for one date, or every time where there is none. Nobody else sees it unless it is shown.
create table meeting_plans (
  member_id bigint not null references members on delete cascade,
  meeting_id bigint not null references meetings on delete cascade,
  on_date date,
  -- To the members of the group, as the handle.
  shown boolean not null default false,
  planned_at timestamptz not null,
  unique nulls not distinct (member_id, meeting_id, on_date)
);
create index meeting_plans_by_meeting on meeting_plans (meeting_id, on_date);

-- "I came". It belongs to the member and stays when the meeting is gone, so it keeps the name.
create table attendances (
  id bigint generated always as identity primary key,
  member_id bigint not null references members on delete cascade,
  meeting_id bigint references meetings on delete set null,
  name text not null check (length(name) between 1 and 255),
  on_date date not null,
  shown boolean not null default false,
  noted_at timestamptz not null,
  unique (member_id, meeting_id, on_date)
);
create index attendances_by_day on attendances (member_id, on_date desc);
create index attendances_by_meeting on attendances (meeting_id, on_date) where shown;
