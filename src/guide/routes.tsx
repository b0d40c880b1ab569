import { notFound } from '../platform/errors.ts'
import { slice } from '../platform/web.ts'
import { articles } from './articles.ts'
import { ArticlePage } from './views/article.tsx'
import { GuidePage } from './views/list.tsx'

export const guide = slice()

guide.get('/', (c) => {
  c.var.cache.guestPage([])
  return c.var.page(<GuidePage articles={articles} />)
})

guide.get('/:slug', (c) => {
  const at = articles.findIndex(({ slug }) => slug === c.req.param('slug'))
  const article = articles[at]
  if (!article) throw notFound()
  c.var.cache.guestPage([])
  const next = [1, 2]
    .map((step) => articles[(at + step) % articles.length])
    .filter((one) => one !== undefined)
  return c.var.page(<ArticlePage article={article} next={next} />)
})
