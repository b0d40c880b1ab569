-- Posts of people who left and wanted their words to leave as well, until the words are gone: nothing says whose they were.
create table words_leaving (
  id       bigint generated always as identity primary key,
  topic_id bigint references topics(id) on delete cascade,
  reply_id bigint references replies(id) on delete cascade,
  check ((topic_id is null) <> (reply_id is null))
);
create index words_leaving_topics on words_leaving (topic_id) where topic_id is not null;
create index words_leaving_replies on words_leaving (reply_id) where reply_id is not null;
