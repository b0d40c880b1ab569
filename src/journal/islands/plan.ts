import { openBook } from '../client/bookPage.ts'
import { find } from '../devices/page.ts'
import type { IfThen, PlanLine } from '../entries/entries.ts'
import type { Json } from '../records/state.ts'

type Part = 'reasons' | 'signs' | 'people' | 'places' | 'ifThen'
type Line = PlanLine | IfThen
const parts: Part[] = ['reasons', 'signs', 'people', 'places', 'ifThen']

void openBook(async (page) => {
  const { journal } = page
  const planNow = async () => (await journal.list('plan'))[0]
  const save = async (part: Part, lines: Line[]) => {
    const plan = await planNow()
    await journal.put({
      ...(plan ? { id: plan.id } : {}),
      type: 'plan',
      fields: { [part]: lines as unknown as Json },
    })
    await draw()
  }
  const linesOf = async (part: Part) => ((await planNow())?.fields[part] ?? []) as unknown as Line[]
  const draw = async () => {
    for (const part of parts) {
      const lines = await linesOf(part)
      find(`[data-lines="${part}"]`).replaceChildren(
        ...lines.map((line) => {
          const words =
            'text' in line ? line.text : page.sentence('ifThen', { when: line.when, answer: line.answer })
          const row = page.line('line', { words })
          row.querySelector('[data-gap="remove"]')?.addEventListener(
            'click',
            () =>
              void save(
                part,
                lines.filter(({ id }) => id !== line.id),
              ),
          )
          return row
        }),
      )
    }
  }
  for (const part of parts)
    page.onSubmit(`[data-add="${part}"]`, async (form) => {
      const typed = page.read(form)
      const text = typed.get(part === 'ifThen' ? 'when' : 'text')?.[0]
      if (!text) return
      const id = crypto.randomUUID()
      const line = part === 'ifThen' ? { id, when: text, answer: typed.get('then')?.[0] ?? '' } : { id, text }
      await save(part, [...(await linesOf(part)), line])
      form.reset()
    })
  journal.on('change', () => void draw())
  await draw()
})
