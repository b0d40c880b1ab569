-- What something that helped somebody helped with: picked by its writer, so that it can be found by symptom.
alter table topics add column helps_with text[] not null default '{}';
alter table topics add constraint topics_helps_with_check
  check (helps_with <@ array['cravings', 'restlessness', 'irritability', 'insomnia', 'nausea', 'aches', 'anxiety', 'low_mood']);
alter table topics add constraint topics_helps_with_kind check (kind = 'resource' or helps_with = '{}');
create index topics_by_help on topics using gin (helps_with)
  where kind = 'resource' and removed_at is null and held_at is null;
