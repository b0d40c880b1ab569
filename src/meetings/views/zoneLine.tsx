import { zoneName } from '../../design/index.ts'
import { useT } from '../finder/messages.ts'
import { useT as useMeetingWords } from '../messages.ts'

interface ZoneProps {
  zone: string
  /** Nobody told us this zone. */
  guess: boolean
  /** Instead of what a list says of a guess. */
  said?: string
  /** This page without a zone, for the device's own. */
  path: string
}

/** Says in which zone the times are; another can be chosen without JavaScript. */
export function ZoneLine({ zone, guess, said, path }: ZoneProps) {
  const t = useT()
  const say = useMeetingWords()
  const name = zoneName(t.locale, zone)
  return (
    <div class="zone-line">
      <p>{guess ? (said ?? t('zone.guess', { zone: name })) : t('zone.said', { zone: name })}</p>
      <p>
        {guess && (
          <a hidden href={path} data-own-zone={zone} data-sentence={say('zone.offer', { zone: '{zone}' })}>
            {say('zone.change')}
          </a>
        )}{' '}
        <a href={`/meetings/zone?back=${encodeURIComponent(path)}`}>
          {guess ? t('zone.choose') : say('zone.change')}
        </a>
      </p>
    </div>
  )
}
