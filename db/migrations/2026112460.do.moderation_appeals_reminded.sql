-- An appeal is answered within seven days: those who may are reminded once, before it is late.
alter table appeals add column reminded_at timestamptz;
