-- When a group closed: its forum stays readable from then on, and nothing is added.
alter table groups add column closed_at timestamptz;
update groups set closed_at = coalesce(last_active_at, created_at) where status = 'closed';
