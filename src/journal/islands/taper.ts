import { openBook, shortWhen, today } from '../client/bookPage.ts'
import { find } from '../devices/page.ts'
import type { TaperStep } from '../entries/entries.ts'
import { numberIn } from '../entries/read.rules.ts'
import { stepOn } from '../reckoning/taper.rules.ts'
import type { Json } from '../records/state.ts'

const mostAmount = 2000

void openBook(async (page) => {
  const { journal } = page
  const stepsNow = async () => {
    const [taper] = await journal.list('taper')
    return { id: taper?.id, steps: (taper?.fields.steps ?? []) as unknown as TaperStep[] }
  }
  const save = async (steps: TaperStep[]) => {
    const { id } = await stepsNow()
    await journal.put({ ...(id ? { id } : {}), type: 'taper', fields: { steps: steps as unknown as Json } })
    await draw()
  }
  const draw = async () => {
    const [{ steps }, [settings]] = await Promise.all([stepsNow(), journal.list('settings')])
    const unit = `unit.${settings?.fields.product ?? 'leaf'}`
    const now = stepOn(steps, today())
    const next = steps.find(({ from }) => from === null)
    find('[data-no-steps]').hidden = steps.length > 0
    find('[data-steps]').replaceChildren(
      ...steps.map((step) => {
        const amount = page.sentence('aDay', { amount: page.sentence(unit, { amount: step.amountADay }) })
        const begins = step.from
          ? page.sentence('since', { from: shortWhen(step.from) })
          : page.sentence('steady')
        const times = step.dosesADay === null ? [] : [page.counted('times', step.dosesADay)]
        const row = page.line('step', { amount, when: [begins, ...times].join(' · ') })
        find('[data-gap="now"]', row).hidden = step !== now
        // Those after it wait for this one.
        const begin = find('[data-gap="begin"]', row)
        begin.hidden = step !== next
        begin.addEventListener(
          'click',
          () => void save(steps.map((one) => (one === step ? { ...one, from: today() } : one))),
        )
        row
          .querySelector('[data-gap="remove"]')
          ?.addEventListener('click', () => void save(steps.filter(({ id }) => id !== step.id)))
        return row
      }),
    )
  }
  page.onSubmit('[data-step-form]', async (form) => {
    const typed = page.read(form)
    const amount = numberIn(typed, 'amountADay', mostAmount)
    if (amount === undefined || amount === null) {
      page.say('amount')
      return
    }
    const dated = typed.get('when')?.[0] !== 'steady'
    const from = dated ? (typed.get('from')?.[0] ?? null) : null
    if (dated && from === null) {
      page.say('from')
      return
    }
    const { steps } = await stepsNow()
    const step = {
      id: crypto.randomUUID(),
      from,
      amountADay: amount,
      dosesADay: numberIn(typed, 'dosesADay', 48) ?? null,
    }
    await save([...steps, step])
    form.reset()
  })
  journal.on('change', () => void draw())
  await draw()
})
