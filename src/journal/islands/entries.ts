import { openBook, shortWhen } from '../client/bookPage.ts'
import { find } from '../devices/page.ts'
import { inWords } from '../ease/inWords.ts'
import { entryTypes, whenOf } from '../entries/shown.ts'
import { kindOf } from '../entries/words.ts'
import { sheetOf } from '../thinking/sheet.rules.ts'

const atOnce = 50

void openBook(async (page) => {
  const { journal } = page
  let shown = atOnce
  const draw = async () => {
    const entries = (await journal.list())
      .filter(({ type }) => entryTypes.some((one) => one === type))
      .sort((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1))
    find('[data-nothing]').hidden = entries.length > 0
    find('[data-older]').hidden = entries.length <= shown
    find('[data-entries]').replaceChildren(
      ...entries.slice(0, shown).map((entry) => {
        const row = page.line('entry', {
          what: page.sentence(kindOf(entry)),
          when: shortWhen(whenOf(entry)),
          words: inWords(page, entry),
        })
        const open = row.querySelector<HTMLAnchorElement>('[data-gap="open"]')
        const sheet = entry.type === 'sheet' ? sheetOf(entry.fields) : undefined
        if (open && sheet) {
          open.href = `/journal/sheets/${sheet}`
          open.hidden = false
        }
        const remove = row.querySelector<HTMLButtonElement>('[data-gap="remove"]')
        remove?.addEventListener('click', () => {
          if (remove.dataset.sure === undefined) {
            remove.dataset.sure = ''
            remove.textContent = page.sentence('sure')
          } else void journal.remove(entry.id)
        })
        const change = row.querySelector<HTMLElement>('[data-gap="change"]')
        if (change) change.hidden = entry.type !== 'ease'
        const versions = row.querySelector<HTMLElement>('[data-gap="versions"]')
        for (const [field, texts] of Object.entries(entry.versions ?? {}))
          for (const text of texts) {
            const choose = document.createElement('button')
            choose.type = 'button'
            choose.className = 'button quiet'
            choose.textContent = page.sentence('choose')
            choose.addEventListener('click', () => void journal.settle(entry.id, field, text))
            const words = Object.assign(document.createElement('p'), { textContent: text, dir: 'auto' })
            versions?.append(words, choose)
          }
        if (versions) versions.hidden = entry.versions === undefined
        return row
      }),
    )
  }
  find('[data-older]').addEventListener('click', () => {
    shown += atOnce
    void draw()
  })
  journal.on('change', () => void draw())
  await draw()
})
