-- The finder reads a time's end and change from the index, without the table.
alter table meeting_times drop constraint meeting_times_pkey;
alter table meeting_times add constraint meeting_times_pkey primary key (meeting_id, starts_at) include (ends_at, change);
drop index meeting_times_in_order;
create index meeting_times_in_order on meeting_times (starts_at, meeting_id) include (ends_at, change);
-- What is on now began within three hours, but for the few that are longer.
create index meeting_times_long on meeting_times (starts_at, meeting_id)
  where ends_at - starts_at > interval '3 hours';

-- The nearest in spelling, in order: a question about likeness alone reads every word.
drop index finder_words_by_likeness;
create index finder_words_by_likeness on finder_words using gist (word gist_trgm_ops (siglen = 64));
