alter table feeds
  -- What its meetings are where they do not say it themselves, such as "Narcotics Anonymous".
  add column fellowship text check (length(fellowship) between 1 and 100),
  -- How often its address is read; null: when somebody asks.
  add column poll_hours int check (poll_hours in (1, 6, 24, 168)),
  add column next_poll_at timestamptz,
  add column tried_at timestamptz,
  add column worked_at timestamptz,
  -- Failures since it last worked, and the sentence of the last one.
  add column failures int not null default 0,
  add column failure text,
  add column failure_detail text,
  -- What the server said of the content it gave last, and the content's own hash.
  add column etag text,
  add column last_modified text,
  add column body_hash text,
  -- What the columns of a table mean: [{"column": "Day", "field": "day"}].
  add column columns jsonb,
  -- The first rows of a table, to choose its columns by.
  add column sample text,
  drop constraint feeds_format_check,
  add check (format in ('meeting_guide', 'bmlt', 'naws', 'tsml', 'table', 'calendar'));
update feeds set worked_at = last_import_at;
create index feeds_to_poll on feeds (next_poll_at) where poll_hours is not null;
