-- A search finds who wrote something, not everybody who quoted it since.

create function own_words(markdown text) returns text immutable strict parallel safe language sql
  return regexp_replace(markdown, '^\s{0,3}>.*$', '', 'gn');

alter table topics drop column search;
alter table replies drop column search;
alter table topics add column search tsvector
  generated always as (words_in_post(title || ' ' || own_words(body_markdown))) stored;
alter table replies add column search tsvector
  generated always as (words_in_post(own_words(body_markdown))) stored;

create index topics_search on topics using gin (search) with (gin_pending_list_limit = 256);
create index replies_search on replies using gin (search) with (gin_pending_list_limit = 256);
