-- A measure may be about the writer and take the post out of sight as well; `hold` always does.
alter table measures add hides boolean not null default false;
update measures set hides = true where kind = 'hold';
