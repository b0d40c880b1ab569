import en from '../../../messages/en/elsewhere.json' with { type: 'json' }
import { Card, LinkButton } from '../../design/index.ts'
import { catalogue } from '../../platform/languages.ts'
import { finderPath, type Search } from '../finder/search.ts'
import type { Meeting } from '../meeting.ts'

const { useT } = catalogue('elsewhere', en)

/** A meeting in one's own calendar. */
export function CalendarCard({ meeting }: { meeting: Pick<Meeting, 'id' | 'recurrence' | 'status'> }) {
  const t = useT()
  if (!meeting.recurrence || meeting.status === 'ended') return null
  return (
    <Card>
      <p>
        <LinkButton href={`/meetings/${meeting.id}.ics`}>{t('calendar.add')}</LinkButton>
      </p>
      <p class="soft small">{t('calendar.note')}</p>
    </Card>
  )
}

/** The same search as a list or a calendar for other programs. */
export function ElsewhereLine({ search }: { search: Search }) {
  const t = useT()
  return (
    <p class="small">
      <a class="tap" href={finderPath(search, { after: undefined }).replace('/meetings', '/feeds')}>
        {t('search')}
      </a>
    </p>
  )
}
