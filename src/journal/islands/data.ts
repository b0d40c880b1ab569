import { openBook, shortWhen } from '../client/bookPage.ts'
import { saveFile } from '../client/saveFile.ts'
import { find } from '../devices/page.ts'
import { whenOf } from '../entries/shown.ts'
import { wordsOf } from '../entries/words.ts'
import { csvOf, fromOwnFile, fromTracker, type Imported, ownFileOf } from '../handover/csv.rules.ts'

const mostBytes = 20 * 1024 * 1024
const atOnce = 100
const shownFirst = 10

void openBook(async (page) => {
  const { journal } = page
  let waiting: Imported[] = []

  page.onPress('[data-json]', async () =>
    saveFile('newleaf-journal.json', 'application/json', ownFileOf(await journal.list())),
  )
  page.onPress('[data-csv]', async () =>
    saveFile('newleaf-journal.csv', 'text/csv', csvOf(await journal.list())),
  )

  page.onSubmit('[data-file]', async () => {
    const [file] = find<HTMLInputElement>('#file').files ?? []
    find('[data-preview]').hidden = true
    if (!file) return
    if (file.size > mostBytes) {
      page.say('large')
      return
    }
    const text = await file.text()
    const own = fromOwnFile(text)
    const other = own ? undefined : fromTracker(text)
    waiting = own ?? other?.entries ?? []
    if (!own && !other) {
      page.say('unknown')
      return
    }
    const words = other
      ? page.sentence('tracker', { count: waiting.length, from: other.from, skipped: other.skipped })
      : page.sentence('own', { count: waiting.length })
    find('[data-preview-words]').textContent = words
    find('[data-preview-lines]').replaceChildren(
      ...waiting.slice(0, shownFirst).map((entry) => {
        const when = whenOf(entry)
        const line = document.createElement('li')
        line.dir = 'auto'
        line.textContent = [when && shortWhen(when), wordsOf(entry)].filter((part) => part).join(' · ')
        return line
      }),
    )
    find('[data-bring]').hidden = waiting.length === 0
    find('[data-preview]').hidden = false
  })

  page.onPress('[data-bring]', async () => {
    const count = waiting.length
    for (let from = 0; from < count; from += atOnce) await journal.putAll(waiting.slice(from, from + atOnce))
    waiting = []
    find('[data-preview]').hidden = true
    page.say('brought', { count })
  })
})
