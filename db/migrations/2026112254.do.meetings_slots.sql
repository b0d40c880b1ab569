-- Lists of other programs know one weekday per record. Which number a day of a meeting goes by there is kept, so that
-- a record keeps its name for life, also when the meeting gets another day. The position is the number; 0 is free.
create table meeting_slots (
  meeting_id bigint primary key references meetings on delete cascade,
  days smallint[] not null check (cardinality(days) between 1 and 7)
);
