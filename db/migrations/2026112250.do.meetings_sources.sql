-- What each list says of a meeting. Two lists with the same meeting are one meeting with two sources.
create table meeting_sources (
  id bigint generated always as identity primary key,
  feed_id bigint not null references feeds on delete cascade,
  -- What the list calls it: its slug or id.
  external_id text not null check (length(external_id) <= 300),
  -- Deferred: an import writes what its list says first, and then the meetings that follow from all lists.
  meeting_id bigint not null references meetings on delete cascade deferrable initially deferred,
  content_hash text not null,
  -- The meeting as this list tells it, after mending and before any correction.
  details jsonb not null,
  -- When it is, in a form that is equal for the same meeting in every list.
  slot text not null,
  -- The list no longer has it. Kept, so that it is the same meeting when it comes back.
  gone_at timestamptz,
  unique (feed_id, external_id)
);
create index meeting_sources_by_meeting on meeting_sources (meeting_id);
create index meeting_sources_by_slot on meeting_sources (slot) where gone_at is null;

insert into meeting_sources (feed_id, external_id, meeting_id, content_hash, details, slot, gone_at)
  select feed_id, external_id, meetings.id, content_hash, jsonb_strip_nulls(jsonb_build_object(
      'externalId', external_id, 'name', meetings.name,
      'group', jsonb_build_object('key', groups.source_key, 'name', groups.name),
      'status', case when meetings.status = 'ended' then 'running' else meetings.status end,
      'recurrence', recurrence, 'time', time, 'minutes', minutes, 'zone', meetings.zone,
      'online', meetings.online, 'inPerson', meetings.in_person, 'onlineUrl', online_url,
      'onlineNotes', online_notes, 'phone', phone, 'phoneNotes', phone_notes, 'placeName', meetings.place_name,
      'address', address, 'town', town, 'placeNotes', place_notes, 'region', region, 'latitude', latitude,
      'longitude', longitude, 'types', types, 'tags', tags, 'notes', notes, 'pageUrl', page_url)),
    '', case when meetings.status = 'ended' then meetings.changed_at end
  from meetings join groups on groups.id = group_id
  where feed_id is not null and external_id is not null;

-- From now on `feed_id` names the list whose words a meeting has, where it has several.
alter table meetings drop column external_id, drop column content_hash,
  -- The coordinates are the middle of the town, not the door.
  add column approximate boolean not null default false;
create index meetings_by_feed on meetings (feed_id);

-- What an operator corrected by hand. Beside what the lists say, so that the next reading leaves it alone.
create table meeting_corrections (
  meeting_id bigint not null references meetings on delete cascade,
  field text not null,
  value jsonb not null,
  made_at timestamptz not null,
  primary key (meeting_id, field)
);

-- What the latest reading of a list refused, as the list has it, so that it can be corrected by hand.
create table feed_refusals (
  feed_id bigint not null references feeds on delete cascade,
  external_id text not null check (length(external_id) <= 300),
  name text not null,
  field text not null,
  why text not null,
  was text,
  raw text not null,
  primary key (feed_id, external_id)
);
