import type { Sql } from '../../src/platform/database/index.ts'
import { renderMarkdown } from '../../src/platform/markdown.ts'
import type { Chance } from './chance.ts'
import { post, title } from './words.ts'

const bodies = 20_000
const rowsAtOnce = 2000
const rareWords = 60_000

/**
 * A forum of so many posts, twenty to a topic, each a minute after the last. The texts are drawn once and the rows made
 * by the database itself: a million takes minutes, not hours. Rare words follow Zipf's law, as words do.
 */
export async function seedGrowth(db: Sql, chance: Chance, posts: number): Promise<void> {
  const topics = Math.max(1, Math.floor(posts / 20))
  await db`select setseed(0.2026)`
  await db`create unlogged table seed_texts (id integer primary key, title text, markdown text, html text)`
  const texts = Array.from({ length: Math.min(bodies, posts) }, (_, index) => {
    const markdown = `${post(chance)} ${rareWord(chance)} ${rareWord(chance)}`
    return { id: index, title: title(chance), markdown, html: renderMarkdown(markdown) }
  })
  for (let from = 0; from < texts.length; from += rowsAtOnce)
    await db`insert into seed_texts ${db(texts.slice(from, from + rowsAtOnce))}`
  // Sorted in at once at the end, instead of word by word.
  await db`drop index post_words_search`
  await db`
    insert into topics (space_id, author_id, author_day, title, body_markdown, body_html, once, reply_count,
      created_at, answered_at, last_post_at)
    select s.ids[1 + floor(random() * cardinality(s.ids))::int], m.ids[1 + floor(random() * cardinality(m.ids))::int],
      case when random() < 0.5 then floor(random() * 200)::int end, t.title, t.markdown, t.html, gen_random_uuid(), 19,
      at, at + interval '1 minute', at + interval '19 minutes'
    from (select n, now() - ${topics * 20}::int * interval '1 minute' + n * interval '20 minutes' as at,
        floor(random() * ${texts.length})::int as text
      from generate_series(0, ${topics - 1}::int) n) n
    join seed_texts t on t.id = n.text
    cross join (select array_agg(id) as ids from members) m
    cross join (select array_agg(id) as ids from spaces where group_id is null) s
    order by n`
  await db`
    insert into replies (topic_id, number, author_id, author_day, body_markdown, body_html, once, created_at)
    select topic_id, number, m.ids[1 + floor(random() * cardinality(m.ids))::int],
      case when random() < 0.5 then floor(random() * 200)::int end, t.markdown, t.html, gen_random_uuid(), at
    from (select topics.id as topic_id, number, topics.created_at + number * interval '1 minute' as at,
        floor(random() * ${texts.length})::int as text
      from topics cross join generate_series(1, 19) number
      where not exists (select from replies where topic_id = topics.id)) n
    join seed_texts t on t.id = n.text
    cross join (select array_agg(id) as ids from members) m
    order by topic_id, number`
  await db`set maintenance_work_mem = '512MB'`
  await db`create index post_words_search on post_words using gin (words) with (gin_pending_list_limit = 256)`
  await db`drop table seed_texts`
  // As on a site that has been up for a while: there is nothing left to learn from old posts.
  await db`
    insert into forum_words (word, posts)
    select word, ndoc from ts_stat('select words from post_words')
    where length(word) between 4 and 40 and word !~ '[0-9]'`
  await db`update forum_words_read set topic_id = (select max(id) from topics), reply_id = (select max(id) from replies)`
  await db`vacuum analyze topics`
  await db`vacuum analyze replies`
  await db`vacuum analyze post_words`
}

const syllables = 'ka lo mi ren sto vi dar pel no ush tem ri gal be sor win ta ley fro quil'.split(' ')

function rareWord(chance: Chance): string {
  let rank = Math.floor(rareWords ** chance.next())
  let word = ''
  for (let part = 0; part < 4; part++) {
    word += syllables[rank % syllables.length]
    rank = Math.floor(rank / syllables.length)
  }
  return word
}
