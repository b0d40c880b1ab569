-- When words, notes or a fold of an answer last changed, marked or not: what a line that was cut has missed.
alter table replies add column changed_at timestamptz;
