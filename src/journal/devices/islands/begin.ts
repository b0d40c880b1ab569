import { thenAddress } from '../entrance.ts'
import { find, openPage, typed } from '../page.ts'

const page = openPage()
const go = find<HTMLAnchorElement>('[data-step="done"] a')
go.href = thenAddress()

void page.journal.state().then(({ lock }) => {
  if (lock === 'none') return page.show(['explain'], false)
  page.say('there')
  page.show(['done'], false)
})

page.onSubmit('[data-begin]', async (form) => {
  const staying = typed(form, 'staying') === 'memory' ? 'memory' : 'device'
  if (!(await page.journal.begin(staying))) {
    page.say('there')
    page.show(['done'])
    return
  }
  // Some browsers clear what a site keeps when nobody comes by for a week, unless it was asked not to.
  if (staying === 'device') void navigator.storage?.persist()
  page.show(['done'])
  // Straight on; by the link, which keeps a journal in memory in this window.
  go.click()
})
