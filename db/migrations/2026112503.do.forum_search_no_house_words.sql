-- The words that the house writes each morning are nobody's, the same every day, and found by nobody who looks for people.
create or replace function keep_words_of_topic() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    delete from post_words where post = -old.id;
  end if;
  if tg_op <> 'DELETE' and new.kind <> 'check_in' and new.removed_at is null and new.held_at is null then
    insert into post_words values (-new.id, new.id, 0, new.space_id, new.author_id, new.author_day, new.created_at,
      words_in_post(new.title || ' ' || own_words(new.body_markdown)));
  end if;
  if tg_op <> 'UPDATE' then
    return null;
  end if;
  if new.held_at is not null and old.held_at is null then
    delete from post_words p using replies r where r.topic_id = new.id and p.post = r.id;
  elsif new.held_at is null and old.held_at is not null then
    insert into post_words
    select id, topic_id, number, new.space_id, author_id, author_day, created_at, words_in_post(own_words(body_markdown))
    from replies where topic_id = new.id and removed_at is null and held_at is null order by created_at;
  elsif new.space_id <> old.space_id then
    update post_words p set space_id = new.space_id from replies r where r.topic_id = new.id and p.post = r.id;
  end if;
  return null;
end $$;
delete from post_words p using topics t where t.kind = 'check_in' and p.post = -t.id;
