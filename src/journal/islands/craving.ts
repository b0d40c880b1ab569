import { keep, openBook, wallNow } from '../client/bookPage.ts'
import { named } from '../client/named.ts'
import { find } from '../devices/page.ts'
import type { Craving } from '../entries/entries.ts'
import { cravingFrom } from '../entries/read.rules.ts'
import { byTrigger } from '../reckoning/patterns.rules.ts'

void openBook(async (page) => {
  const { journal } = page
  const before = (await journal.list('craving')).map(({ fields }) => fields as unknown as Craving)
  offer(
    '#triggers',
    before.map(({ trigger }) => trigger),
  )
  offer(
    '#places',
    before.map(({ place }) => place),
  )

  const drawTriggers = (cravings: Craving[]) => {
    const triggers = byTrigger(cravings).slice(0, 5)
    find('[data-triggers]').hidden = triggers.length === 0
    find('[data-trigger-lines]').replaceChildren(
      ...triggers.map(({ trigger, passed, count, helped }) => {
        const [best] = helped
        const words = page.sentence('times', { trigger, passed, count })
        const item = document.createElement('li')
        item.dir = 'auto'
        item.textContent = best
          ? `${words} ${page.sentence('worked', { what: named(page, 'helped', best.what) })}`
          : words
        return item
      }),
    )
  }

  page.onSubmit('[data-craving]', async (form) => {
    const fields = cravingFrom(page.read(form), wallNow())
    if (!(await keep(page, journal, 'craving', fields))) return
    drawTriggers([...before, fields as unknown as Craving])
    page.after(form, fields.used ? ['used', 'kept'] : ['kept'])
  })
})

function offer(list: string, words: (string | null)[]): void {
  const known = new Set(words.filter((word): word is string => word !== null))
  find(list).replaceChildren(
    ...[...known].slice(0, 50).map((value) => Object.assign(document.createElement('option'), { value })),
  )
}
