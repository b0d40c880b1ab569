import { useT } from '../messages.ts'

/** For whoever would answer and does not know how: where greeters begin, and where the words are written. */
export function FirstAnswerGuide() {
  const t = useT()
  return (
    <details class="more">
      <summary>{t('guide.title')}</summary>
      <ul>
        <li>{t('guide.read')}</li>
        <li>{t('guide.own')}</li>
        <li>{t('guide.ask')}</li>
        <li>
          {t('guide.urgent')} <a href="/help">{t('nobody.help')}</a>
        </li>
      </ul>
    </details>
  )
}
