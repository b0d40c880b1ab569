import { isZone } from '../../platform/clock.ts'
import { defineJob } from '../../platform/jobs.ts'
import { renderMarkdown } from '../../platform/markdown.ts'
import { t } from '../messages.ts'
import { titleOf } from '../views/titles.tsx'
import { listCheckInSpaces, openCheckIn } from './checkIns.store.ts'
import { morningIn } from './morning.rules.ts'

/** Often, because it is morning somewhere at every quarter of an hour; a node that slept opens the thread late. */
export const openCheckIns = defineJob({
  name: 'forum-check-ins',
  schedule: '*/15 * * * *',
  atStart: true,
  run: async ({ db, config, now }) => {
    const say = t('en')
    const markdown = say('checkIn.words')
    const html = renderMarkdown(markdown)
    for (const space of await listCheckInSpaces(db)) {
      const zone = space.zone && isZone(space.zone) ? space.zone : config.defaultZone
      const on = morningIn(zone, now)
      if (!on) continue
      const title = titleOf(say, { title: '', checkInOn: on })
      await openCheckIn(db, space, on, { title, markdown, html }, now)
    }
  },
})
