import { entranceTo } from '../entrance.ts'
import { find, openPage, typed } from '../page.ts'

const page = openPage()
const { journal } = page
const list = find('[data-words]')

void journal.state().then(({ lock, wordsWait }) => {
  if (lock !== 'open') location.replace(entranceTo(lock))
  else page.show([wordsWait ? 'why' : 'over'], false)
})
page.on('state', ({ lock }) => {
  if (lock !== 'open') location.replace(entranceTo(lock))
})

page.onSubmit('[data-show]', async () => {
  const shown = await journal.showWords()
  if (!shown) return page.show(['over'])
  list.replaceChildren(
    ...shown.words.map((word) => Object.assign(document.createElement('li'), { textContent: word })),
  )
  for (const [at, name] of ['first', 'second'].entries())
    find(`label[for=${name}]`).textContent = page.sentence('word', { number: (shown.ask[at] ?? 0) + 1 })
  page.show(['words'])
})
page.onSubmit('[data-written]', async () => page.show(['ask']))
page.onPress('[data-back]', async () => page.show(['words']))

page.onSubmit('[data-ask]', async (form) => {
  if (!(await journal.confirmWords([typed(form, 'first'), typed(form, 'second')]))) return page.say('wrong')
  list.replaceChildren()
  form.reset()
  page.show(['done'])
})
