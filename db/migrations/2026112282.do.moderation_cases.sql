-- What moderators look at: one case for a post, with all reports about it, until it is closed.

create table moderation_cases (
  id         bigint generated always as identity primary key,
  topic_id   bigint not null references topics on delete cascade,
  reply_id   bigint references replies on delete cascade,        -- null: the topic's own text
  author_id  bigint references members on delete set null,
  origin     text not null check (origin in ('report', 'words', 'held')),
  category   text not null,                                      -- of the worst that was said about it
  severity   smallint not null check (severity between 1 and 3), -- 1: minutes count, 2: hours, 3: a day
  opened_at  timestamptz not null,
  told_at    timestamptz,                                        -- moderators, once
  claimed_by bigint references members on delete set null,       -- so that two do not do the same; releases itself
  claimed_at timestamptz,
  closed_at  timestamptz
);
create unique index moderation_cases_open on moderation_cases (topic_id, reply_id) nulls not distinct
  where closed_at is null;
create index moderation_cases_queue on moderation_cases (severity, opened_at) where closed_at is null;
create index moderation_cases_of_post on moderation_cases (topic_id, reply_id);
create index moderation_cases_of_author on moderation_cases (author_id);
create index moderation_cases_claimed on moderation_cases (claimed_by) where claimed_by is not null;

create table reports (
  id          bigint generated always as identity primary key,
  case_id     bigint not null references moderation_cases on delete cascade,
  reporter_id bigint references members on delete set null,
  category    text not null,
  words       text not null default '' check (length(words) <= 1000),
  reported_at timestamptz not null,
  upheld      boolean,                                           -- null: not decided yet
  unique (case_id, reporter_id)
);
create index reports_by_reporter on reports (reporter_id);

-- What was done, to a post or to what its author may do. Undone, it stays in the history.
create table measures (
  id           bigint generated always as identity primary key,
  case_id      bigint not null references moderation_cases on delete cascade,
  member_id    bigint references members on delete cascade,      -- whom it concerns
  moderator_id bigint references members on delete set null,
  kind         text not null check (kind in
                 ('note', 'collapse', 'hold', 'lock', 'read_only', 'suspend', 'ban')),
  category     text not null,
  reason       text not null check (length(reason) between 1 and 2000),
  made_at      timestamptz not null,
  until        timestamptz,
  seconded_by  bigint references members on delete set null,     -- a ban is made by two
  seconded_at  timestamptz,
  undone_at    timestamptz
);
create index measures_of_case on measures (case_id);
create index measures_of_member on measures (member_id, kind) where undone_at is null;
create index measures_by_moderator on measures (moderator_id);
create index measures_to_second on measures (made_at) where kind = 'ban' and seconded_at is null and undone_at is null;

create table appeals (
  measure_id bigint primary key references measures on delete cascade,
  words      text not null check (length(words) between 1 and 2000),
  made_at    timestamptz not null,
  decided_by bigint references members on delete set null,
  decided_at timestamptz,
  granted    boolean,
  answer     text not null default '' check (length(answer) <= 2000)
);
create index appeals_open on appeals (made_at) where decided_at is null;

-- After a post about a crisis somebody asks how they are, one to three days later.
create table aftercare (
  case_id bigint primary key references moderation_cases on delete cascade,
  due_at  timestamptz not null,
  told_at timestamptz,
  done_by bigint references members on delete set null,
  done_at timestamptz
);
create index aftercare_open on aftercare (due_at) where done_at is null;

create table duties (
  id           bigint generated always as identity primary key,
  moderator_id bigint not null references members on delete cascade,
  starts_at    timestamptz not null,
  ends_at      timestamptz not null,
  check (ends_at > starts_at and ends_at <= starts_at + interval '24 hours')
);
create index duties_by_time on duties (ends_at);
create index duties_of_moderator on duties (moderator_id);

-- Only ever added to; each entry carries the hash of the one before, so that nothing can be taken out or changed
-- without every later entry showing it. Nobody's name and nobody's words are in it.
create table moderation_log (
  number   bigint primary key,
  on_date  date not null,
  what     text not null,
  category text not null,
  keeper   text not null,
  previous bytea not null,
  hash     bytea not null
);
create function moderation_log_stays() returns trigger language plpgsql as $$
begin
  raise exception 'The log of moderation is only ever added to.';
end $$;
create trigger moderation_log_stays before update or delete or truncate on moderation_log
  execute function moderation_log_stays();

-- The letter a moderator goes by in the log.
create table keeper_letters (
  member_id bigint primary key references members on delete cascade,
  letter    integer generated always as identity unique
);
