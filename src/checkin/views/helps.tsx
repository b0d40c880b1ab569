import { Card, LinkButton } from '../../design/index.ts'
import { type Technique, TechniqueCard } from '../../toolkit/index.ts'
import { useT } from '../messages.ts'
import type { Urgency } from '../rules/advice.ts'
import type { Symptom } from '../rules/answers.ts'

interface HelpsProps {
  /** What is loudest now, loudest first. */
  symptoms: Symptom[]
  techniques: Technique[]
  /** Danger comes first: techniques are for afterwards. */
  urgency: Urgency | undefined
}

/** What may ease the loudest symptoms, with how well each is tested. */
export function Helps({ symptoms, techniques, urgency }: HelpsProps) {
  const t = useT()
  const named = new Intl.ListFormat(t.locale === 'en-XA' ? 'en' : t.locale).format(
    symptoms.map((symptom) => t(`loud.${symptom}`)),
  )
  return (
    <Card title={symptoms.length > 0 ? t('helps.title', { symptoms: named }) : t('helps.title.any')}>
      {urgency === 'emergency' && <p>{t('helps.safe')}</p>}
      {urgency === 'same_day' && <p>{t('helps.safe_today')}</p>}
      {symptoms.length === 0 && <p class="soft">{t('helps.none')}</p>}
      <div class="helps">
        {techniques.map((technique) => (
          <TechniqueCard key={technique.slug} technique={technique} />
        ))}
      </div>
      <div class="no-print">
        <LinkButton href="/toolkit" kind="quiet">
          {t('helps.all')}
        </LinkButton>
      </div>
    </Card>
  )
}
