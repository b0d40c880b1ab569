-- A sentence that stands on every page until a time: that a help line is down, that the site was away last night.
create table site_notices (
  id       bigint generated always as identity primary key,
  words    text not null check (length(words) between 1 and 200),
  set_by   bigint references members on delete set null,
  set_at   timestamptz not null,
  until    timestamptz not null check (until > set_at),
  ended_at timestamptz
);
create index site_notices_on on site_notices (until) where ended_at is null;
create index site_notices_set_by on site_notices (set_by);
