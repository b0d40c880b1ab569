import { type Config, originOf } from '../../../platform/config.ts'

export interface Mail {
  to: string
  subject: string
  text: string
  headers?: Record<string, string>
}

/**
 * What became of a mail: `refused` for good, by the server of that address; `later` as it says itself; `broken` when our own
 * way out does not work. Never more: what servers say quotes the address.
 */
type Delivered = 'sent' | 'refused' | 'later' | 'broken'

export interface Post {
  deliver(mail: Mail): Promise<Delivered>
  close(): void
}

const seconds = 1000

/** The way out that the operator has set up; undefined where there is none. */
export async function openPost(config: Config): Promise<Post | undefined> {
  if (!config.mail) return undefined
  // Most sites send no mail, and need not hold what could.
  const { createTransport } = await import('nodemailer')
  const { smtpUrl, from } = config.mail
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 2,
    // What this machine is called is nobody's business.
    name: new URL(originOf(config)).hostname,
    connectionTimeout: 15 * seconds,
    greetingTimeout: 15 * seconds,
    socketTimeout: 30 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    deliver: async ({ to, headers, ...mail }) => {
      try {
        const automatic = { 'Auto-Submitted': 'auto-generated', ...headers }
        // As an envelope of its own: an address is one address, however it is written.
        await transport.sendMail({ from, to: { name: '', address: to }, headers: automatic, ...mail })
        return 'sent'
      } catch (fault) {
        return readFault(fault)
      }
    },
    close: () => transport.close(),
  }
}

function readFault(fault: unknown): Delivered {
  const {
    responseCode = 0,
    code,
    command,
  } = Object(fault) as {
    responseCode?: number
    code?: string
    command?: string
  }
  // Only what is said about the receiver or the mail counts against an address; the rest is between the two servers.
  const isAboutIt = (code === 'EENVELOPE' && command !== 'MAIL FROM') || code === 'EMESSAGE'
  if (!isAboutIt) return 'broken'
  return responseCode >= 500 ? 'refused' : 'later'
}
