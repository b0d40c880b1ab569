-- Pages for guests that were drawn ahead, compressed: what a crawler reads once each costs one look instead of a drawing.
create table tag_versions (
  tag text primary key,
  version bigint not null default 1
);

create table stored_pages (
  address text not null,
  locale text not null,
  -- Of which build and settings: another build draws anew.
  build text not null,
  tags text[] not null,
  -- The sum of the versions of its tags when it was drawn. Versions only grow: another sum, another page.
  stamp bigint not null,
  drawn_at timestamptz not null,
  body bytea not null,
  primary key (address, locale)
);
alter table stored_pages alter column body set storage external;
