import { keep, openBook, today, wallNow } from '../client/bookPage.ts'
import type { TaperStep } from '../entries/entries.ts'
import { numberIn } from '../entries/read.rules.ts'
import { usedOnOf } from '../entries/shown.ts'
import { needsToleranceWarning } from '../reckoning/freedom.rules.ts'
import { stepOn } from '../reckoning/taper.rules.ts'

const mostAmount = 2000

void openBook(async (page) => {
  const { journal } = page
  const [settings] = await journal.list('settings')
  const product = document.querySelector<HTMLInputElement>(
    `[name="product"][value="${settings?.fields.product ?? 'leaf'}"]`,
  )
  if (product) product.checked = true

  page.onSubmit('[data-dose]', async (form) => {
    const typed = page.read(form)
    const amount = numberIn(typed, 'amount', mostAmount)
    if (amount === undefined) {
      page.say('amount')
      return
    }
    const records = await journal.list()
    const used = usedOnOf(records)
    const time = typed.get('when')?.[0]
    const fields = {
      at: time ? `${today()}T${time}` : wallNow(),
      product: typed.get('product')?.[0] ?? 'leaf',
      amount,
      note: typed.get('note')?.[0] ?? '',
    }
    if (!(await keep(page, journal, 'dose', fields))) return
    const steps = (records.find(({ type }) => type === 'taper')?.fields.steps ?? []) as unknown as TaperStep[]
    const step = stepOn(steps, today())
    const taken = records
      .filter(({ type, fields: { at } }) => type === 'dose' && String(at).startsWith(today()))
      .reduce((sum, { fields: { amount: one } }) => sum + (typeof one === 'number' ? one : 0), amount ?? 0)
    page.after(form, [
      ...(needsToleranceWarning(used, today()) ? ['tolerance'] : []),
      ...(step && taken > step.amountADay ? ['over'] : []),
      'kept',
    ])
  })
})
