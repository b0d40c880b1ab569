import { TooLarge } from '../book/book.ts'
import type { Change } from '../book/held.ts'
import type { CallName, JournalCalls, JournalEvents, Staying } from '../client/api.ts'
import type { Stretch } from '../devices/keyring.ts'
import { Opening, WordsFirst } from '../devices/opening.ts'
import { Pairing } from '../devices/pairing.ts'
import type { DeviceStore } from '../store-on-device/deviceStore.ts'
import { vaultServer } from '../sync/server.ts'
import { vaultName } from '../sync/work.ts'
import { acrossTabs, queue } from './oneAtATime.ts'
import { Session } from './session.ts'

export interface HostParts {
  device: DeviceStore
  fetcher: typeof fetch
  nowMs: () => number
  stretch: Stretch
  /** SHA-256 for the work that a new vault costs. */
  worker: { findWork(vaultId: string, day: string): Promise<{ day: string; nonce: string }> }
  tell: <Name extends keyof JournalEvents>(event: Name, detail: JournalEvents[Name]) => void
  /** Other tabs of this browser. */
  others: { wrote(ids: string[]): void; closed(): void }
}

class Locked extends Error {
  override name = 'Locked'
}

type Handlers = {
  [Name in CallName]: (
    ...args: Parameters<JournalCalls[Name]>
  ) => ReturnType<JournalCalls[Name]> | Promise<ReturnType<JournalCalls[Name]>>
}

/** Everything that a page may ask, answered in the worker. */
export function hostJournal(parts: HostParts) {
  const opening = new Opening({
    device: parts.device,
    nowMs: parts.nowMs,
    stretch: parts.stretch,
    openSession: (secret, store, staying) => openSession(parts, secret, store, staying),
    onState: (state) => parts.tell('state', state),
  })
  const pairing = new Pairing({ fetcher: parts.fetcher, nowMs: parts.nowMs })
  const session = (): Session => {
    if (!opening.session) throw new Locked('The journal is locked.')
    return opening.session
  }

  const handlers: Handlers = {
    state: () => opening.state(),
    list: (type) => session().book.list(type),
    get: (id) => session().book.get(id),
    put: async (writing) => {
      const [record] = await session().book.putAll([writing])
      if (!record) throw new Error('Nothing was kept.')
      return record
    },
    putAll: (writings) => session().book.putAll(writings),
    remove: (id) => session().book.remove(id),
    settle: async (id, field, text) => {
      await session().book.settle(id, field, text)
    },

    begin: (staying) => opening.begin(staying),
    showWords: () => opening.showWords(),
    confirmWords: (answers) => opening.confirmWords(answers),
    openWithWords: (typed, staying) => opening.openWithWords(typed, staying),
    openWithPin: (pin) => opening.openWithPin(pin),
    setPin: (pin) => opening.setPin(pin),
    removePin: () => opening.removeWay('pin'),
    passkey: () => opening.passkey(),
    tryPasskey: (asked, output) => opening.tryPasskey(asked, new Uint8Array(output)),
    openWithPasskey: (output) => opening.openWithPasskey(new Uint8Array(output)),
    removePasskey: () => opening.removeWay('passkey'),
    lock: async () => {
      await opening.lock()
      parts.others.closed()
    },
    forget: async () => {
      await opening.forget()
      parts.others.closed()
    },
    touch: () => opening.touch(),

    sync: () => session().sync.report(),
    turnSyncOn: async () => {
      await opening.needWords()
      if (!(await makeVault(parts, session()))) return 'unreachable'
      await session().sync.turnOn()
      return session().round()
    },
    turnSyncOff: () => session().sync.turnOff(),
    syncNow: () => session().round(),
    tryAgain: async () => {
      await session().sync.tryAgain()
      return session().round()
    },
    joinAgain: async () => {
      await session().sync.joinAgain()
      const result = await session().round()
      // It is gone from the server altogether: another one is made there, under the same words.
      if (result !== 'no-vault') return result
      return (await makeVault(parts, session())) ? session().round() : 'unreachable'
    },
    eraseVault: () => session().sync.erase(),

    offerCode: async () => {
      await opening.needWords()
      return pairing.offerCode()
    },
    offerWords: () => pairing.offerWords(),
    offerAccept: () => pairing.offerAccept(session().secret),
    offerCancel: () => pairing.offerCancel(),
    joinCode: (code) => pairing.joinCode(code),
    joinFinish: async (staying) => {
      const secret = await pairing.joinFinish()
      return secret && opening.openWithSecret(secret, staying)
    },
  }

  return {
    start: () => opening.start(),
    /** What another tab wrote, or that it locked. */
    othersWrote: async (ids: string[]) => {
      const { store } = opening.session?.book.parts ?? {}
      if (store === parts.device) await opening.session?.book.reload(ids)
    },
    othersClosed: () => opening.lock(),
    answer: (call: CallName, args: unknown[]): Promise<unknown> => {
      if (!Object.hasOwn(handlers, call)) return Promise.reject(new Error('No such call.'))
      const handler = handlers[call] as (...all: unknown[]) => unknown
      return Promise.resolve().then(() => handler(...args))
    },
  }
}

/** Makes the vault on the server, or finds that it is there. @returns whether it is */
async function makeVault(parts: HostParts, { book }: Session): Promise<boolean> {
  const day = new Date(parts.nowMs()).toISOString().slice(0, 10)
  try {
    const work = await parts.worker.findWork(vaultName(book.keys.vaultId), day)
    await vaultServer(book.keys, parts.fetcher).create(work)
    return true
  } catch {
    return false
  }
}

/** The name of why a call was refused: of an error nobody expected no word goes further than this worker. */
export function faultName(error: unknown): string {
  const isKnown = error instanceof Locked || error instanceof TooLarge || error instanceof WordsFirst
  return isKnown ? error.name : 'Fault'
}

function openSession(
  parts: HostParts,
  secret: Uint8Array<ArrayBuffer>,
  store: DeviceStore,
  staying: Staying,
): Promise<Session> {
  const isShared = staying === 'memory'
  return Session.open({
    secret,
    store,
    fetcher: parts.fetcher,
    nowMs: parts.nowMs,
    exclusive: isShared ? queue() : acrossTabs('newleaf-journal'),
    oneRound: isShared ? queue() : acrossTabs('newleaf-journal-sync'),
    onChange: (change: Change, ids: string[]) => {
      parts.tell('change', change)
      if (!isShared && ids.length > 0) parts.others.wrote(ids)
    },
    onSync: (report) => parts.tell('sync', report),
  })
}
