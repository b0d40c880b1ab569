alter table imports
  drop constraint imports_status_check,
  -- Held: it waits for the operator. Left: the operator did not want it.
  add check (status in ('waiting', 'running', 'held', 'left', 'done', 'failed')),
  -- It would change much, it has far fewer meetings than before, or nobody has said what its columns mean.
  add column held_for text check (held_for in ('large', 'shrunk', 'columns')),
  -- What the operator decided: all of it, or all but the removals.
  add column decision text check (decision in ('apply', 'keep')),
  -- Of the added, how many another list had brought before.
  add column joined int not null default 0,
  -- Known under another id until now.
  add column renamed int not null default 0,
  -- Lines that were too many to keep.
  add column lines_left_out int not null default 0;

alter table import_lines add column external_id text;

-- Examples of what an import changes.
create table import_changes (
  import_id bigint not null references imports on delete cascade,
  position int not null,
  change text not null check (change in ('added', 'changed', 'gone')),
  name text not null,
  external_id text not null,
  -- Of a changed one: [{"field": "time", "was": "19:00", "became": "20:00"}]
  fields jsonb not null,
  primary key (import_id, position)
);
