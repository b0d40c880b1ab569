import { type Fields, isTouched, keep, openBook, setTen, shortWhen, wallNow } from '../client/bookPage.ts'
import { find } from '../devices/page.ts'
import { whenOf } from '../entries/shown.ts'
import type { JournalRecord } from '../records/edit.rules.ts'
import { listenToPaper, showFilled } from '../thinking/printSheet.ts'
import { answersFrom, changedSince, firstWordsOf, isBlank } from '../thinking/sheet.rules.ts'
import { fieldsOfSheet, type SheetName } from '../thinking/sheets.ts'

void openBook(async (page) => {
  const { journal } = page
  const form = find<HTMLFormElement>('[data-sheet]')
  const name = form.dataset.sheet as SheetName
  let opened: JournalRecord | undefined
  let kept: Pick<JournalRecord, 'fields'> | undefined

  const open = (sheet: JournalRecord | undefined) => {
    opened = sheet
    form.reset()
    for (const [field, answer] of fieldsOfSheet(name)) {
      const value = sheet?.fields[field] ?? null
      if (answer === 'ten') setTen(field, typeof value === 'number' ? value : null)
      else if (answer === 'howMuch') {
        const choice = form.querySelector<HTMLInputElement>(`[name="${field}"][value="${value}"]`)
        if (choice) choice.checked = true
      } else find<HTMLTextAreaElement>(`#${field}`).value = typeof value === 'string' ? value : ''
    }
    const line = find('[data-opened]')
    line.hidden = find('[data-new]').hidden = sheet === undefined
    line.textContent = sheet ? page.sentence('change', { when: shortWhen(whenOf(sheet)) }) : ''
    page.after(undefined, [])
    form.hidden = false
  }

  const draw = async () => {
    const before = (await journal.list('sheet'))
      .filter(({ fields }) => fields.sheet === name)
      .sort((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1))
    find('[data-before]').hidden = before.length === 0
    find('[data-sheets]').replaceChildren(
      ...before.map((sheet) => {
        const row = page.line('sheet', { when: shortWhen(whenOf(sheet)), words: firstWordsOf(sheet.fields) })
        row.querySelector('[data-gap="open"]')?.addEventListener('click', () => {
          open(sheet)
          form.scrollIntoView()
          form.querySelector<HTMLElement>('textarea, input')?.focus({ preventScroll: true })
        })
        row.querySelector('[data-gap="paper"]')?.addEventListener('click', () => showFilled(sheet))
        const remove = row.querySelector<HTMLButtonElement>('[data-gap="remove"]')
        remove?.addEventListener('click', () => {
          if (remove.dataset.sure !== undefined) void journal.remove(sheet.id)
          remove.dataset.sure = ''
          remove.textContent = page.sentence('sure')
        })
        return row
      }),
    )
  }

  page.onSubmit('[data-sheet]', async () => {
    const answers = answersFrom(name, page.read(form), isTouched)
    if (isBlank(answers)) {
      page.say('blank')
      return
    }
    const fields: Fields = opened
      ? changedSince(opened.fields, answers)
      : { at: wallNow(), sheet: name, ...answers }
    if (!(await keep(page, journal, 'sheet', fields, opened?.id))) return
    kept = { fields: { ...opened?.fields, ...fields } }
    open(undefined)
    page.after(form, ['kept'])
  })
  find('[data-kept-paper]').addEventListener('click', () => kept && showFilled(kept))
  listenToPaper()
  find('[data-new]').addEventListener('click', () => open(undefined))
  journal.on('change', () => void draw())
  await draw()
})
