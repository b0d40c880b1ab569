import { keep, openBook, shortWhen, today } from '../client/bookPage.ts'
import { find } from '../devices/page.ts'
import { type ScaleId, scales, scoreOf } from '../reckoning/scales.rules.ts'

void openBook(async (page) => {
  const { journal } = page
  const scores = (await journal.list('score')).sort((a, b) => b.changedAt - a.changedAt)
  for (const scale of Object.keys(scales) as ScaleId[]) {
    const place = find(`[data-scale="${scale}"]`)
    const last = scores.find(({ fields }) => fields.scale === scale)
    const before = last && scoreOf(scale, last.fields.answers as number[])
    if (last && before)
      find('[data-scale-before]', place).textContent = page.sentence('before', {
        on: shortWhen(String(last.fields.on)),
        sum: before.sum,
      })
    page.onSubmit(`[data-score="${scale}"]`, async (form) => {
      const typed = page.read(form)
      const answers = Array.from({ length: scales[scale].questions }, (_, index) =>
        Number(typed.get(`q${index}`)?.[0] ?? Number.NaN),
      )
      const result = scoreOf(scale, answers)
      if (!result) {
        page.say('missing')
        const open = answers.findIndex((answer) => Number.isNaN(answer))
        form.querySelector<HTMLInputElement>(`[name="q${open}"]`)?.focus()
        return
      }
      if (!(await keep(page, journal, 'score', { on: today(), scale, answers }))) return
      const { sum, of, band, worthATalk } = result
      find('[data-scale-result]', place).hidden = false
      for (const one of place.querySelectorAll<HTMLElement>('[data-scale-band]'))
        one.hidden = one.dataset.scaleBand !== band
      const heading = find('[data-scale-sum]', place)
      heading.textContent = page.sentence('sum', { sum, of })
      form.hidden = true
      // Where the number is read, not below the other scales.
      const talk = find('[data-after="talk"]')
      place.after(talk)
      talk.hidden = !worthATalk
      heading.focus()
    })
  }
})
