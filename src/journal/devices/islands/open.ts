import type { OpenResult, Staying } from '../../client/api.ts'
import type { WordsMistake } from '../../seal/words.ts'
import { thenAddress } from '../entrance.ts'
import { find, openPage, typed } from '../page.ts'

const page = openPage()
const everyMs = 1500
const longestMs = 10 * 60_000

// A code that the camera of this device read: it is of use once, and does not stay in the address.
const scanned = location.hash.slice(1)
if (scanned) history.replaceState(null, '', location.pathname)

const go = find<HTMLAnchorElement>('[data-step="done"] a')
go.href = thenAddress()

void page.journal.state().then(({ lock, pin, passkey }) => {
  if (lock === 'open') return page.show(['done'], false)
  find('[data-staying]').hidden = lock === 'locked'
  const ways = [...(passkey ? ['passkey'] : []), ...(pin ? ['pin'] : [])]
  page.show(lock === 'locked' ? [...ways, 'words'] : ['words', 'code'], false)
  if (lock === 'none' && scanned) {
    find<HTMLInputElement>('[data-code] input').value = scanned
    void join(scanned)
  }
})

page.onSubmit('[data-pin]', async (form) => {
  const result = await page.journal.openWithPin(typed(form, 'pin'))
  form.reset()
  if (result.ok) return opened()
  if ('waitSeconds' in result) return page.say('pin.wait', { seconds: result.waitSeconds })
  page.say(result.triesLeft > 0 ? 'pin.wrong' : 'pin.none', { count: result.triesLeft })
})

page.onPress('[data-passkey]', async () => {
  const { openWithPasskey } = await import('../passkey/ask.ts')
  if (await openWithPasskey(page.journal)) return opened()
  const { pin } = await page.journal.state()
  page.say(pin ? 'passkey.failed.pin' : 'passkey.failed')
})

page.onSubmit('[data-words]', async (form) => {
  const result = await page.journal.openWithWords(typed(form, 'words'), stayingIn(form))
  if (result.ok) form.reset()
  tell(result)
})

page.onSubmit('[data-code]', (form) => join(typed(form, 'code')))

async function join(code: string): Promise<void> {
  // Also the whole address that the code stands for.
  const met = await page.journal.joinCode(code.replace(/^.*#/, ''))
  if ('refused' in met) return page.say(`code.${met.refused}`)
  find('[data-five]').textContent = met.words.join(' ')
  page.show(['compare'])
  const until = Date.now() + longestMs
  while (Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, everyMs))
    const result = await page.journal.joinFinish(stayingIn(find<HTMLFormElement>('form[data-words]')))
    if (result) return tell(result)
  }
  page.say('code.unreachable')
}

/** Whoever wanted a certain page is there at once. */
function opened(): void {
  page.show(['done'])
  if (location.search) go.click()
}

function tell(result: OpenResult): void {
  if (result.ok) opened()
  else if ('mistake' in result) tellMistake(result.mistake)
  else {
    const [why = 'fault'] = ['other', 'noVault', 'unreachable', 'trouble'].filter((name) => name in result)
    page.say(why)
  }
}

function tellMistake(mistake: WordsMistake): void {
  if (mistake.kind === 'unknown') {
    const { word, near } = mistake
    page.say(near.length > 0 ? 'unknown' : 'unknown.none', { word, near: near.join(', ') })
  } else page.say(mistake.kind, mistake.kind === 'count' ? { count: mistake.count } : {})
}

function stayingIn(form: HTMLFormElement): Staying {
  return typed(form, 'staying') === 'memory' ? 'memory' : 'device'
}
