-- What software saw in the words of a post, for the moderators' queue: a category, never a number about a person.
create table post_signals (
  topic_id bigint not null references topics on delete cascade,
  reply_id bigint references replies on delete cascade,  -- null: the topic's own text
  category text not null,
  found_at timestamptz not null,
  is_seen  boolean not null default false,               -- handed to the queue
  unique nulls not distinct (topic_id, reply_id, category)
);
create index post_signals_unseen on post_signals (found_at) where not is_seen;
create index post_signals_of_reply on post_signals (reply_id) where reply_id is not null;

-- Whether the device did some work at sign-up. Without it the first two posts wait for a moderator.
alter table members add column proved_work boolean not null default true;

-- Somebody whom the operator knows or has invited as such: not new, though their account is.
alter table members add column vouched_at timestamptz;
