-- Which conversation a title in a notice belongs to: when that goes, the title goes.
update notices set words = words || jsonb_build_object('topic', substring(link from '^/forum/(?:following/topics/)?([0-9]+)'))
where words ? 'title' and link ~ '^/forum/(following/topics/)?[0-9]+';
create index notices_of_topic on notices ((words->>'topic')) where words ? 'title';
