import { keep, openBook, today } from '../client/bookPage.ts'
import { find } from '../devices/page.ts'
import { usedOnOf } from '../entries/shown.ts'
import { needsToleranceWarning } from '../reckoning/freedom.rules.ts'

void openBook(async (page) => {
  const { journal } = page
  const on = find<HTMLInputElement>('#on')
  on.value = today()
  on.max = today()

  page.onSubmit('[data-lapse]', async (form) => {
    const typed = page.read(form)
    const day = typed.get('on')?.[0] ?? today()
    const [settings] = await journal.list('settings')
    const started = settings?.fields.lastOn
    const used = [...usedOnOf(await journal.list()), ...(typeof started === 'string' ? [started] : [])]
    if (!(await keep(page, journal, 'lapse', { at: day, learnt: typed.get('learnt')?.[0] ?? '' }))) return
    page.after(form, [...(needsToleranceWarning(used, day) ? ['tolerance'] : []), 'kept'])
  })
})
