-- A draft is all of the form: also that somebody is needed, and what it helped with.

alter table drafts
  add column needs boolean not null default false,
  add column helps text[] not null default '{}';
