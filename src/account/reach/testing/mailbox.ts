import { createServer, type Socket } from 'node:net'

interface Received {
  to: string
  head: string
  text: string
}

export interface Mailbox {
  url: string
  received: Received[]
  /** What it says to RCPT TO from now on; undefined: it takes everything. */
  refuseWith(reply: string | undefined): void
  close(): Promise<void>
}

/** As much of a mail server as takes mails, on this machine alone. */
export async function openMailbox(): Promise<Mailbox> {
  const received: Received[] = []
  let refusal: string | undefined
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => {})
    let to = ''
    let isData = false
    let waiting = ''
    const say = (line: string) => socket.write(`${line}\r\n`)
    say('220 mailbox')
    socket.on('data', (chunk) => {
      waiting += chunk.toString()
      for (;;) {
        const end = isData ? waiting.indexOf('\r\n.\r\n') : waiting.indexOf('\r\n')
        if (end < 0) return
        const line = waiting.slice(0, end)
        waiting = waiting.slice(end + (isData ? 5 : 2))
        if (isData) {
          const [head = '', ...text] = line.split('\r\n\r\n')
          received.push({ to, head, text: text.join('\n\n').replace(/=\r\n/g, '').replaceAll('=3D', '=') })
          isData = false
          say('250 taken')
        } else if (/^(EHLO|HELO)/i.test(line)) say('250 mailbox')
        else if (/^RCPT TO:/i.test(line)) {
          to = /<([^>]*)>/.exec(line)?.[1] ?? ''
          say(refusal === undefined ? '250 ok' : `${refusal} <${to}> is not taken`)
        } else if (/^DATA/i.test(line)) {
          isData = true
          say('354 go on')
        } else if (/^QUIT/i.test(line)) {
          say('221 bye')
          socket.end()
        } else say('250 ok')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`,
    received,
    refuseWith: (reply) => {
      refusal = reply
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}
