import { readContent } from '../platform/content.ts'
import { type Article, articleSchema, places } from './article.ts'
import { faultsIn, forbiddenIn } from './claims.rules.ts'

/** Tired people read slowly. */
const wordsAMinute = 170

/** Every article, in the order of the guide. Read once at the start; one that breaks our rules stops it. */
export const articles: Article[] = readContent('content/en/guide', articleSchema)
  .map(({ slug, front, html, markdown }) => {
    const faults = [...faultsIn(markdown, front.sources), ...forbiddenIn(`${front.title} ${front.summary}`)]
    if (faults.length > 0) throw new Error(`content/en/guide/${slug}.md ${faults.join('; ')}.`)
    return { slug, ...front, html, minutes: Math.ceil(markdown.split(/\s+/).length / wordsAMinute) }
  })
  .sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place) || a.order - b.order)
