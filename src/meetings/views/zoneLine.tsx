import { zoneName } from '../../design/index.ts'
import type { Filters } from '../finder/filters.ts'
import { useT } from '../finder/messages.ts'
import { useT as useMeetingWords } from '../messages.ts'

interface ZoneProps {
  zone: string
  /** Nobody told us this zone. */
  guess: boolean
  /** Nobody did, and the times are those of the place that is asked for. */
  there?: boolean
  /** Instead of what a list says of a guess. */
  said?: string
  /** This page without a zone, for the device's own. */
  path: string
}

/** Whether a search knows where it looks. */
export function isPlaced({ at }: Filters, near: { found: unknown } | undefined): boolean {
  return Boolean(at ?? near?.found)
}

/** Says in which zone the times are; another can be chosen without JavaScript. */
export function ZoneLine({ zone, guess, there, said, path }: ZoneProps) {
  const t = useT()
  const say = useMeetingWords()
  const name = zoneName(t.locale, zone)
  const unknown = there ? t('zone.there', { zone: name }) : (said ?? t('zone.guess', { zone: name }))
  const sentence = guess ? unknown : t('zone.said', { zone: name })
  return (
    <div class="zone-line">
      <p>{sentence}</p>
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
