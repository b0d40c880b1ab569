import { forgetDevice } from '../../../design/forgetDevice.ts'
import type { SyncReport } from '../../sync/sync.ts'
import { drawCode } from '../drawCode.ts'
import { find, openPage, typed } from '../page.ts'

const page = openPage()
const { journal } = page
const everyMs = 1500
let offering = 0
const passkeys = () => import('../passkey/ask.ts')
const canPasskey = async () => (await passkeys()).mayHavePasskey()

const draw = async (moved = false) => {
  const { lock, pin, passkey, shared, wordsWait } = await journal.state()
  if (lock !== 'open') return page.show([lock, ...(lock === 'locked' ? ['forget'] : [])], moved)
  const kept = shared ? ['shared'] : []
  if (wordsWait) return page.show(['words', ...kept, 'forget'], moved)
  const ways = shared ? kept : ['pin', ...(passkey || (await canPasskey()) ? ['passkey'] : [])]
  page.show([...ways, 'sync', 'other', 'forget'], moved)
  find('[data-pin]').hidden = pin
  find('[data-has-pin]').hidden = !pin
  find('[data-no-passkey]').hidden = passkey
  find('[data-has-passkey]').hidden = !passkey
  // One button to lock is enough.
  find('[data-has-passkey] [data-lock]').hidden = pin
  drawSync(await journal.sync())
}

function drawSync({ on, waiting, agreedOn, trouble }: SyncReport): void {
  find('[data-trouble]').hidden = !trouble
  for (const line of document.querySelectorAll<HTMLElement>('[data-trouble-kind]'))
    line.hidden = line.dataset.troubleKind !== trouble
  for (const button of document.querySelectorAll<HTMLElement>('[data-when]'))
    button.hidden = (button.dataset.when === 'on') !== on
  const day = agreedOn
    ? new Date(`${agreedOn}T12:00:00`).toLocaleDateString(document.documentElement.lang, {
        dateStyle: 'long',
      })
    : page.sentence('sync.never')
  find('[data-sync-state]').textContent = on
    ? page.sentence('sync.is-on', { day, count: waiting })
    : `${page.sentence('sync.is-off')} ${page.sentence('sync.only-here')}`
}

void draw()
page.on('state', () => void draw())
page.on('sync', drawSync)

page.onSubmit('[data-pin]', async (form) => {
  const pin = typed(form, 'pin')
  if (pin.length < 4) return page.say('pin.short')
  await journal.setPin(pin)
  form.reset()
})
page.onPress('[data-remove-pin]', () => journal.removePin())
page.onPress('[data-lock]', () => journal.lock())

page.onPress('[data-add-passkey]', async (button) => {
  const { addPasskey } = await passkeys()
  page.say(`passkey.${await addPasskey(journal, button.dataset.addPasskey ?? '')}`)
})
page.onPress('[data-remove-passkey]', async () => {
  await (await passkeys()).removePasskey(journal)
  page.say('passkey.removed')
})

page.onPress('[data-sync]', async (button) => {
  const call = button.dataset.sync
  find('[data-sync-state]').textContent = page.sentence('sync.working')
  if (call === 'eraseVault') {
    await journal.eraseVault()
    page.say('sync.erased')
  } else if (call === 'turnSyncOff') await journal.turnSyncOff()
  else if (call === 'turnSyncOn' || call === 'syncNow' || call === 'tryAgain' || call === 'joinAgain') {
    const result = await journal[call]()
    if (result === 'unreachable' || result === 'no-vault') page.say('sync.unreachable')
    if (result === 'full') page.say('sync.full')
  }
  drawSync(await journal.sync())
})

page.onPress('[data-offer]', async () => {
  const mine = ++offering
  const { code } = await journal.offerCode().catch(() => ({ code: '' }))
  if (!code) return page.say('other.old')
  await drawCode(
    find('[data-picture]'),
    `${location.origin}/journal/open#${code}`,
    page.sentence('other.picture'),
  )
  const field = find<HTMLInputElement>('[data-offered] input')
  field.readOnly = true
  field.value = code
  find('[data-offered]').hidden = false
  void untilMet(mine)
})

async function untilMet(mine: number): Promise<void> {
  while (mine === offering) {
    const met = await journal.offerWords()
    if (met && mine === offering) {
      find('[data-five]').textContent = met.words.join(' ')
      find('[data-offered]').hidden = true
      find('[data-compare]').hidden = false
      return
    }
    await new Promise((resolve) => setTimeout(resolve, everyMs))
  }
}

page.onPress('[data-accept]', async () => {
  offering++
  find('[data-compare]').hidden = true
  page.say((await journal.offerAccept()) ? 'other.sent' : 'other.failed')
})
page.onPress('[data-refuse]', async () => {
  offering++
  find('[data-compare]').hidden = true
  await journal.offerCancel()
})

page.onSubmit('[data-forget]', async (form) => {
  if (typed(form, 'sure') === 'yes') await forgetDevice(form.dataset.forget ?? '/leave')
})
