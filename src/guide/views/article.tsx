import { Html, Layout, LinkButton } from '../../design/index.ts'
import type { Article } from '../article.ts'
import { useT } from '../messages.ts'
import { Reading } from './list.tsx'
import { SourceList } from './sources.tsx'

interface ArticlePageProps {
  article: Article
  next: Article[]
}

export function ArticlePage({ article, next }: ArticlePageProps) {
  const t = useT()
  return (
    <Layout title={article.title} zone="none">
      <p class="crumb">
        <a href="/guide">{t('back')}</a>
      </p>
      <article>
        <h1 lang="en" data-content>
          {article.title}
        </h1>
        <p class="lead" lang="en" data-content>
          {article.summary}
        </p>
        <p class="soft small">{t('minutes', { minutes: article.minutes })}</p>
        <Html class="prose" html={article.html} lang="en" content />
      </article>
      <nav class="guide-next" aria-labelledby="next">
        <h2 id="next">{t('next')}</h2>
        <ul class="readings">
          {next.map((one) => (
            <li key={one.slug}>
              <Reading article={one} />
            </li>
          ))}
        </ul>
        <p class="soft">{t('people')}</p>
        <div class="buttons">
          <LinkButton href="/groups/fit" kind="primary">
            {t('people.fit')}
          </LinkButton>
          <LinkButton href="/toolkit">{t('people.toolkit')}</LinkButton>
        </div>
      </nav>
      <SourceList sources={article.sources} reviewedOn={article.reviewedOn} />
    </Layout>
  )
}
