-- The reply that answered, which may be gone by now: who looks anew for an answer asks it first.
alter table waiting_posts add answered_by bigint;
