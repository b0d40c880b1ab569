import { Layout } from '../../design/index.ts'
import { type Article, places } from '../article.ts'
import { useT } from '../messages.ts'

/** The guide by where a reader is, danger signs first. */
export function GuidePage({ articles }: { articles: Article[] }) {
  const t = useT()
  return (
    <Layout title={t('title')} zone="none" wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <p class="guide-now">
        {t('now.text')} <a href="/now">{t('now.link')}</a>
      </p>
      <div class="guide-places">
        {places.map((place) => (
          <section class={`guide-place place-${place}`} key={place} aria-labelledby={place}>
            <h2 id={place}>{t(`place.${place}`)}</h2>
            <ul class="readings">
              {articles
                .filter((one) => one.place === place)
                .map((one) => (
                  <li key={one.slug}>
                    <Reading article={one} />
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
    </Layout>
  )
}

export function Reading({ article }: { article: Article }) {
  return (
    <a class="reading" href={`/guide/${article.slug}`} lang="en" data-content>
      <strong>{article.title}</strong>
      <span>{article.summary}</span>
    </a>
  )
}
