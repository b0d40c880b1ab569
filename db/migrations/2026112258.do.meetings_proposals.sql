-- What somebody who was there says should change. A host of the group decides, or the operator for an imported meeting.
create table meeting_proposals (
  id bigint generated always as identity primary key,
  meeting_id bigint not null references meetings on delete cascade,
  member_id bigint references members on delete set null,
  about text not null check (about in ('time', 'place', 'link', 'gone', 'other')),
  -- Only the fields that would change.
  changes jsonb not null default '{}' check (jsonb_typeof(changes) = 'object'),
  note text check (length(note) between 1 and 1000),
  status text not null default 'waiting' check (status in ('waiting', 'accepted', 'refused', 'withdrawn')),
  answer text check (length(answer) between 1 and 1000),
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by bigint references members on delete set null,
  check ((status = 'waiting') = (decided_at is null))
);
-- One waiting word per member and meeting: a second one replaces the first.
create unique index meeting_proposals_waiting on meeting_proposals (meeting_id, member_id) where status = 'waiting';
create index meeting_proposals_in_order on meeting_proposals (created_at, id) where status = 'waiting';
create index meeting_proposals_by_member on meeting_proposals (member_id, created_at desc);
create index meeting_proposals_by_decider on meeting_proposals (decided_by);
