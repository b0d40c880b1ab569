import { type Mailbox, openMailbox } from '../../src/account/reach/testing/mailbox.ts'
import { findCluster } from '../../src/platform/database/embedded/cluster.ts'
import { connect } from '../../src/platform/database/index.ts'
import { freePort } from '../app/freePort.ts'
import { startSite } from '../app/startSite.ts'
import { type Answer, Visitor } from '../app/visitor.ts'
import type { Promised } from './promise.ts'
import { inTemporaryFolder } from './temporaryFolder.ts'
import { addressCanary, type Canary, canary, secretCanary, tracesIn, tracesOf } from './traces.ts'

// TEST-NET-3 and an address of this machine that nothing else uses.
const forwarded = '203.0.113.77'
const ownAddress = process.platform === 'linux' ? '127.83.61.7' : undefined
const handle = 'canary-wren'

export const nothingAtRest: Promised = {
  name: 'no client address and no plaintext secret at rest',
  prove: () =>
    inTemporaryFolder(async (dataDir) => {
      const mailbox = await openMailbox()
      const port = String(await freePort())
      const site = await startSite(dataDir, {
        TRUST_PROXY: 'yes',
        LOG_LEVEL: 'debug',
        PORT: port,
        PUBLIC_URL: `http://127.0.0.1:${port}`,
        SMTP_URL: mailbox.url,
        MAIL_FROM: 'news@site.example',
      })
      let canaries: Canary[]
      try {
        canaries = [...(await leaveCanaries(site.url)), ...(await leaveAddresses(site.url, mailbox))]
        await writeEverythingDown(dataDir)
      } finally {
        await site.stop()
        await mailbox.close()
      }
      // The link that makes the first operator is printed, so it is looked for in the folder alone.
      const link = canary(
        'The operator link',
        /token=([\w-]{20,})/.exec(site.output())?.[1] ?? 'no link was printed',
      )
      const { traces, megabytes } = tracesIn(dataDir, [...canaries, link, canary('the handle', handle)])
      const broken = traces
        .filter(({ name }) => name !== 'the handle')
        .map(({ name, file }) => `${name} stands in ${file}.`)
      const inLog = tracesOf(Buffer.from(site.output()), canaries).map((name) => `${name} stands in the log.`)
      // A search that finds nothing at all may have searched nothing: the public handle must be there.
      if (!traces.some(({ name }) => name === 'the handle'))
        broken.push('The search did not even find the handle.')
      const figure = `${broken.length + inLog.length} traces of ${canaries.length + 1} canaries in ${megabytes.toFixed(0)} MB and the log`
      return { figure, broken: [...broken, ...inLog] }
    }),
}

/** Joins, signs in rightly and wrongly, changes every secret and writes: gives what must not be found again. */
async function leaveCanaries(url: string): Promise<Canary[]> {
  const wren = new Visitor(url, { 'x-forwarded-for': forwarded, 'user-agent': 'canary-browser/7.7' })
  const sent = ownAddress ? { from: ownAddress } : {}
  const secrets: string[] = []
  const secret = (words: string) => {
    secrets.push(words)
    return words
  }
  const first = secret('canary stone river lantern')
  const second = secret('canary cedar morning thimble')
  const third = secret('canary willow harbour candle')
  const wrong = secret('canary mistaken pebble orchard')

  const joined = await wren.submit('/join', '/join', { handle, passphrase: first }, sent)
  const code = codeOn(joined)
  const tokens = [...wren.cookies.values()]
  const changed = await wren.submit(
    '/account/passphrase',
    '/account/passphrase',
    { current: first, passphrase: second },
    sent,
  )
  if (changed.status >= 400) throw new Error(`Changing the passphrase was answered ${changed.status}.`)
  const once = crypto.randomUUID()
  await wren.submit(
    '/forum/new',
    '/forum/new',
    { title: 'A title to find', body: 'A body to find', once },
    sent,
  )
  await wren.send('/no-such-page', sent)
  await wren.send('/join', { ...sent, method: 'POST', body: 'x'.repeat(300_000) })
  tokens.push(...wren.cookies.values())

  const again = new Visitor(url, { 'x-forwarded-for': forwarded })
  await again.submit('/sign-in', '/sign-in', { handle, passphrase: wrong }, sent)
  const entered = await again.submit('/sign-in', '/sign-in', { handle, passphrase: second }, sent)
  if (entered.status !== 303) throw new Error(`Signing in was answered ${entered.status}.`)
  tokens.push(...again.cookies.values())
  const back = new Visitor(url, { 'x-forwarded-for': forwarded })
  const recovered = await back.submit(
    '/sign-in/recover',
    '/sign-in/recover',
    { handle, code, passphrase: third },
    sent,
  )
  const newCode = codeOn(recovered)
  tokens.push(...back.cookies.values())
  for (const visitor of [wren, again, back]) visitor.leave()

  return [
    addressCanary('The forwarded address', forwarded),
    ...(ownAddress ? [addressCanary('The address of the connection', ownAddress)] : []),
    canary('The browser', 'canary-browser'),
    ...secrets.map((words, index) => secretCanary(`Passphrase ${index + 1}`, words)),
    ...[code, newCode].map((text, index) => secretCanary(`Recovery code ${index + 1}`, text)),
    ...[...new Set(tokens)].map((token, index) =>
      canary(`Cookie ${index + 1}`, token, ...(token.length === 43 ? [Buffer.from(token, 'base64url')] : [])),
    ),
  ]
}

/** Two addresses for news: one whose server takes our mail, and one whose server quotes it in a refusal. */
async function leaveAddresses(url: string, mailbox: Mailbox): Promise<Canary[]> {
  const finch = new Visitor(url, { 'x-forwarded-for': forwarded })
  await finch.submit('/join', '/join', { handle: 'canary-finch', passphrase: 'nine slow herons by the weir' })
  const tell = async (address: string) => {
    const choices = { address, pace: 'once', hour: '18', kinds: 'all' }
    const added = await finch.submit('/account/reach', '/account/reach/mail', choices)
    if (added.status !== 303) throw new Error(`Adding an address was answered ${added.status}.`)
  }
  const [taken, refused] = ['canary-okapi@mail.example', 'canary-tapir@mail.example']
  await tell(taken)
  await until('the mail has come', async () => mailbox.received.some(({ to }) => to === taken))
  await finch.submit('/account/reach', '/account/reach/mail/remove', {})
  mailbox.refuseWith('550')
  await tell(refused)
  await until('the refusal has come', async () => {
    const page = await finch.get('/account/reach')
    return page.text.includes('action="/account/reach/mail"')
  })
  finch.leave()
  return [taken, refused].map((address, at) =>
    canary(`E-mail address ${at + 1}`, address, address.split('@')[0] ?? ''),
  )
}

async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 120; tries++) {
    if (await isSo()) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`It never was so that ${what}.`)
}

function codeOn(answer: Answer): string {
  const code = /class="recovery-code"[^>]*>\s*([0-9A-Z-]{20,})\s*</.exec(answer.text)?.[1]
  if (!code) throw new Error(`A page with a recovery code was expected, the answer was ${answer.status}.`)
  return code
}

/** What PostgreSQL still holds in memory goes to its files. */
async function writeEverythingDown(dataDir: string): Promise<void> {
  const cluster = await findCluster(dataDir)
  if (!cluster) throw new Error('The database of the site was not found.')
  const db = connect(cluster.url, { connections: 1 })
  await db`checkpoint`
  await db.end()
}
