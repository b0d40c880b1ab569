-- With all that is read from it: without, the planner takes it for expensive and reads every time of the last day instead.
drop index meeting_times_long;
create index meeting_times_long on meeting_times (starts_at, meeting_id) include (ends_at, change)
  where ends_at - starts_at > interval '3 hours';
