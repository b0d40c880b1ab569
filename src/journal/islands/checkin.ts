import { isTouched, keep, openBook, wallNow } from '../client/bookPage.ts'
import { find } from '../devices/page.ts'
import { checkinFrom, flagsOf } from '../entries/read.rules.ts'

void openBook(async (page) => {
  const { journal } = page
  // The last values are offered: most days are like the day before.
  const [last] = (await journal.list('checkin')).sort((a, b) => b.changedAt - a.changedAt)
  const levels = (last?.fields.levels ?? {}) as Record<string, number>
  for (const [symptom, level] of Object.entries(levels)) {
    const answer = document.querySelector<HTMLInputElement>(`[name="level.${symptom}"][value="${level}"]`)
    if (answer) answer.checked = true
  }
  const bed = last?.fields.bed
  if (typeof bed === 'string') find<HTMLInputElement>('#bed').value = bed

  page.onSubmit('[data-checkin]', async (form) => {
    const typed = page.read(form)
    const fields = checkinFrom(typed, wallNow(), isTouched('mood'))
    if (!(await keep(page, journal, 'checkin', fields))) return
    const flags = flagsOf(typed.get('signs') ?? [], fields.levels as Record<string, number>)
    page.after(form, [...flags, 'kept'])
  })
})
