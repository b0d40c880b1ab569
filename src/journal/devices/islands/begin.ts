import type { Staying } from '../../client/api.ts'
import { find, openPage, typed } from '../page.ts'

const page = openPage()
const words = find('[data-words]')
let made: { words: string[]; ask: [number, number] } | undefined
let staying: Staying = 'device'

void page.journal.state().then(({ lock }) => {
  if (lock === 'none') return page.show(['explain'], false)
  page.say('there')
  page.show(['done'], false)
})

page.onSubmit('[data-explain]', async (form) => {
  staying = typed(form, 'staying') === 'memory' ? 'memory' : 'device'
  made ??= await page.journal.newWords()
  words.replaceChildren(
    ...made.words.map((word) => {
      const line = document.createElement('li')
      line.textContent = word
      return line
    }),
  )
  page.show(['words'])
})

page.onSubmit('[data-written]', async () => {
  for (const [at, name] of ['first', 'second'].entries())
    find(`label[for=${name}]`).textContent = page.sentence('word', { number: (made?.ask[at] ?? 0) + 1 })
  page.show(['ask'])
})

page.onPress('[data-back]', async () => page.show(['words']))

page.onSubmit('[data-ask]', async (form) => {
  if (!(await page.journal.begin([typed(form, 'first'), typed(form, 'second')], staying))) {
    page.say('wrong')
    return
  }
  // Some browsers clear what a site keeps when nobody comes by for a week, unless it was asked not to.
  if (staying === 'device') void navigator.storage?.persist()
  made = undefined
  words.replaceChildren()
  form.reset()
  page.show(['done'])
})
