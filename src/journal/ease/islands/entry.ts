import { keep, openBook, shortWhen, wallNow } from '../../client/bookPage.ts'
import { find } from '../../devices/page.ts'
import { whenOf } from '../../entries/shown.ts'
import type { Json } from '../../records/state.ts'
import { easeFrom, ownTechnique } from '../ease.rules.ts'
import { easeWords } from '../easeWords.ts'

const atOnce = 10

void openBook(async (page) => {
  const { journal } = page
  const form = find<HTMLFormElement>('[data-ease]')
  const technique = find<HTMLSelectElement>('#technique')
  const symptom = find<HTMLSelectElement>('#symptom')
  const own = find<HTMLInputElement>('#own')
  /** The entry that is changed; undefined: a new one. */
  let changing: { id: string; at: string } | undefined
  let shown = atOnce

  const showOwn = () => {
    find('[data-own]').hidden = technique.value !== ownTechnique
  }
  const choose = (fields: Record<string, Json>) => {
    const name = String(fields.technique ?? '')
    const isOurs = [...technique.options].some(({ value }) => value === name && value !== ownTechnique)
    technique.value = isOurs ? name : ownTechnique
    own.value = isOurs ? '' : name
    symptom.value = String(fields.symptom ?? symptom.value)
    showOwn()
  }
  const mark = (name: 'before' | 'after', level: Json | undefined) => {
    for (const answer of form.querySelectorAll<HTMLInputElement>(`[name="${name}"]`))
      answer.checked = answer.value === String(level)
  }
  const change = (entry: { id: string; at: string } | undefined) => {
    changing = entry
    for (const part of document.querySelectorAll<HTMLElement>('[data-changing]')) part.hidden = !entry
    for (const part of document.querySelectorAll<HTMLElement>('[data-new], [data-lead]'))
      part.hidden = !!entry
  }

  const entries = async () => (await journal.list('ease')).sort((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1))
  const draw = async () => {
    const all = await entries()
    find('[data-lately]').hidden = all.length === 0
    find('[data-older]').hidden = all.length <= shown
    find('[data-entries]').replaceChildren(
      ...all.slice(0, shown).map((entry) => {
        const row = page.line('entry', { when: shortWhen(whenOf(entry)), words: easeWords(page, entry) })
        row.querySelector('[data-gap="change"]')?.addEventListener('click', () => {
          change({ id: entry.id, at: whenOf(entry) })
          choose(entry.fields)
          mark('before', entry.fields.before)
          mark('after', entry.fields.after)
          page.after(undefined, [])
          form.hidden = false
          technique.focus()
          form.scrollIntoView({ block: 'start' })
        })
        return row
      }),
    )
  }

  // Most people try the same thing again: the last one is offered, the two answers are not.
  const [last] = await entries()
  if (last) choose(last.fields)
  technique.addEventListener('change', () => {
    showOwn()
    if (technique.value === ownTechnique) own.focus()
  })

  page.onSubmit('[data-ease]', async () => {
    const ease = easeFrom(page.read(form), changing?.at ?? wallNow())
    if (!ease) return page.say('missing')
    const fields = { ...ease } as Record<string, Json>
    if (changing) await journal.put({ id: changing.id, type: 'ease', fields })
    else if (!(await keep(page, journal, 'ease', fields))) return
    change(undefined)
    mark('before', undefined)
    mark('after', undefined)
    page.after(form, ['kept'])
  })
  page.onPress('[data-again]', async () => {
    page.after(undefined, [])
    form.hidden = false
    technique.focus()
  })
  find('[data-older]').addEventListener('click', () => {
    shown += atOnce
    void draw()
  })
  page.on('change', () => void draw())
  await draw()
})
