-- Where people write: one space for each group, and open ones that the operator looks after. A retired space stays
-- readable. What is for members only is not there for anybody else.

create table spaces (
  id             bigint generated always as identity primary key,
  group_id       bigint unique references groups on delete cascade, -- null: an open space
  slug           text unique,                                       -- a group's space has the group's address,
  name           text not null default '',                          -- its name
  about          text not null default '',                          -- and its summary
  place          integer not null default 0,                        -- order among the open ones
  zone           text,                                              -- where its morning is; null: the operator's zone
  readers        text not null default 'everybody' check (readers in ('everybody', 'members')),
  opens_check_in boolean not null default false,                    -- a thread each morning
  is_indexed     boolean not null default false,                    -- engines may keep it
  retired_at     timestamptz,
  check ((group_id is null) = (slug is not null))
);

insert into spaces (slug, name, about, place, opens_check_in) values
  ('newcomers', 'Newcomers', 'For first posts and first days: say hello, ask anything, no question is too small.', 1, true),
  ('tapering', 'Tapering', 'For cutting down step by step: how it goes, what helps, where it gets stuck.', 2, false),
  ('7-oh', '7-OH', 'For leaving 7-OH and strong extracts, which often feels different from leaf.', 3, false),
  ('sleep', 'Sleep', 'For nights: restless legs, lying awake, and what let people rest.', 4, false),
  ('relationships', 'Relationships', 'For partners, friends, work, trust lost and trust won back.', 5, false),
  ('wins', 'Wins', 'For what went well, however small it looks from outside.', 6, false),
  ('family', 'Family and friends', 'For those who love somebody who is leaving kratom.', 7, false),
  ('open', 'Everything else', 'For all that fits nowhere else.', 8, false);

insert into spaces (group_id) select distinct group_id from topics where group_id is not null;

alter table topics
  add column space_id    bigint references spaces,
  add column kind        text not null default 'story' check (kind in ('question', 'story', 'resource', 'check_in')),
  add column check_in_on date,                              -- the morning it was opened for, where the space is
  add column held_at     timestamptz,                       -- waits for a moderator: for its author and them alone
  add constraint topics_check_in_day check ((kind = 'check_in') = (check_in_on is not null)),
  add unique (space_id, check_in_on);                       -- several nodes open one thread

update topics t set space_id = s.id from spaces s where s.group_id = t.group_id or (t.group_id is null and s.slug = 'open');
alter table topics alter column space_id set not null;

drop index topics_by_activity;
create index topics_by_activity on topics (last_post_at desc, id desc) where removed_at is null and held_at is null;
drop index topics_of_group_by_activity;
create index topics_of_space_by_activity on topics (space_id, last_post_at desc, id desc)
  where removed_at is null and held_at is null;
create index topics_of_group on topics (group_id) where group_id is not null;
drop index topics_waiting;
create index topics_waiting on topics (created_at)
  where is_first_post and answered_at is null and closed_at is null and removed_at is null and held_at is null;

-- A reply that waits has no number yet: it takes its place when it is let in, and those who read see it arrive.
alter table replies
  add column held_at timestamptz,
  alter column number drop not null,
  add constraint replies_numbered check (number is not null or held_at is not null);
create index replies_held on replies (topic_id) where held_at is not null;
