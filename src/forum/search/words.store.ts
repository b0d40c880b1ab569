import { type Database, transaction } from '../../platform/database/index.ts'
import type { KnownWord } from './query.rules.ts'

/** Posts read into the list at a time: a search that finds little reads so many itself, so that the list is never old. */
const postsAtOnce = 400
const letters = { fewest: 4, most: 40 }

/** Reads the words of posts that were written since the last time. @returns whether there are more */
export async function learnWords(db: Database): Promise<boolean> {
  return transaction(db, async (tx) => {
    // One at a time; whoever comes second has nothing to do.
    const [at] = await tx<{ topicId: string; replyId: string }[]>`
      select topic_id, reply_id from forum_words_read for update skip locked`
    if (!at) return false
    const [read] = await tx<{ posts: number; topicId: string; replyId: string }[]>`
      with fresh_topics as (
        select -post as id, words from post_words where post < -${at.topicId}::bigint order by post desc limit ${postsAtOnce}),
      fresh_replies as (
        select post as id, words from post_words where post > ${at.replyId} order by post limit ${postsAtOnce}),
      learnt as (
        insert into forum_words (word, posts)
        select word, count(*)::int from (
          select unnest(tsvector_to_array(words)) as word from fresh_topics
          union all select unnest(tsvector_to_array(words)) from fresh_replies
        ) words
        where length(word) between ${letters.fewest} and ${letters.most} and word !~ '[0-9]'
        group by word order by word
        on conflict (word) do update set posts = forum_words.posts + excluded.posts
      )
      select (select count(*) from fresh_topics)::int + (select count(*) from fresh_replies)::int as posts,
        coalesce((select max(id) from fresh_topics), ${at.topicId}) as topic_id,
        coalesce((select max(id) from fresh_replies), ${at.replyId}) as reply_id`
    if (!read || read.posts === 0) return false
    await tx`update forum_words_read set topic_id = ${read.topicId}, reply_id = ${read.replyId}`
    return read.posts >= postsAtOnce
  })
}

/** Words that stand in no post any more: their authors removed them or left. */
export async function forgetWords(db: Database): Promise<void> {
  await db`
    delete from forum_words w
    where not exists (select from post_words where words @@ quote_literal(w.word)::tsquery)`
}

/** Words written much like these: sharing threes of letters, or as long and with the same first letter. */
export async function listAlike(db: Database, word: string, limit = 60): Promise<KnownWord[]> {
  return db<KnownWord[]>`
    (select word, posts from forum_words where word % ${word} order by similarity(word, ${word}) desc, word
      limit ${limit})
    union
    (select word, posts from forum_words
      where word ^@ left(${word}, 1) and length(word) between ${word.length - 1} and ${word.length + 1}
      order by posts desc, word limit ${limit})`
}

/** Sorts after all that a word may go on with. */
const lastLetter = '\u{10FFFF}'

/** Of these words, those that some post has, also as the beginning of a longer one. */
export async function listKnown(db: Database, words: string[]): Promise<string[]> {
  const [row] = await db<{ known: string[] }[]>`select ${knownOf(db, words)} as known`
  return row?.known ?? []
}

/** The same in a statement that asks for more. */
export function knownOf(db: Database, words: readonly string[]) {
  return db`array(
    select asked.word from unnest(${[...words]}::text[]) as asked(word)
    where exists (
      select from forum_words w where w.word >= asked.word and w.word < asked.word || ${lastLetter}))`
}
