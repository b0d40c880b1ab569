import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { headersBeside, securityHeaders } from '../securityHeaders.ts'
import type { Env } from '../web.ts'

/** A browser that has this much unread is gone or lost: it comes back with Last-Event-ID. */
const mostUnreadBytes = 1024 * 1024

/** How long a browser may take to read the rest of a line that ends. */
const endingMs = 5_000

/** The way of events to one browser. */
export interface Line {
  /** @returns false when so much is unread that nothing more should be written */
  write(text: Buffer): boolean
  end(): void
}

interface Closing {
  close(): void
}

interface Opened {
  line: Line
  response: Response
}

export const lineHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
}

/**
 * Opens a line to the browser that asks. Thousands stand open at once, so on a server it writes to the connection
 * itself: a stream of the web's kind takes three times the memory, and several promises for each event.
 * @param listener closed when the browser leaves
 */
export function openLine(c: Context<Env>, listener: Closing): Opened {
  const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse }
  return outgoing ? onConnection(c, outgoing, listener) : asBody(listener)
}

function onConnection(c: Context<Env>, outgoing: ServerResponse, listener: Closing): Opened {
  const beside = headersBeside(() => undefined, Object.entries(securityHeaders(c.var.config)))
  // It ends with its connection: then nothing has to say where a part begins and ends.
  outgoing.useChunkedEncodingByDefault = false
  outgoing.writeHead(200, { ...lineHeaders, ...Object.fromEntries(beside), connection: 'close' })
  outgoing.flushHeaders()
  const { socket } = outgoing
  // It left while its question was looked at, and will not say so again.
  if (!socket || outgoing.destroyed) {
    process.nextTick(() => listener.close())
    return { line: { write: () => true, end: () => {} }, response: RESPONSE_ALREADY_SENT }
  }
  setImmediate(() => letGo(socket, outgoing, listener))
  return { line: new SocketLine(socket), response: RESPONSE_ALREADY_SENT }
}

class SocketLine implements Line {
  constructor(private readonly socket: Socket) {}

  write(text: Buffer): boolean {
    this.socket.write(text)
    return this.socket.writableLength <= mostUnreadBytes
  }

  /** What was written before still goes out: a browser that comes back says how far it got. */
  end(): void {
    const { socket } = this
    socket.end()
    setTimeout(() => socket.destroy(), endingMs).unref()
  }
}

/** What Node reads a question with, as it is found on the connection. */
interface Parser {
  unconsume(): void
  remove(): void
  close(): void
  [reads: string]: unknown
}

/**
 * From here on the connection only carries events: what Node keeps to read the next question with, and the answer, are let
 * go, as they are for a web socket. They are two thirds of what an open line takes. Where a Node of another day keeps them
 * elsewhere, they stay, and the line works all the same.
 */
function letGo(socket: Socket, outgoing: ServerResponse, listener: Closing): void {
  if (socket.destroyed) {
    listener.close()
    return
  }
  const held = socket as unknown as { parser?: Parser | null }
  const { parser } = held
  outgoing.detachSocket(socket)
  socket.removeAllListeners()
  if (parser && typeof parser.unconsume === 'function' && typeof parser.close === 'function') {
    parser.unconsume()
    parser.remove()
    for (const name of ['socket', 'incoming', 'outgoing', 'onIncoming']) parser[name] = null
    parser.close()
    held.parser = null
  }
  socket.on('close', () => listener.close())
  socket.on('error', toldByItsClose)
  socket.on('end', hangUp)
  socket.on('timeout', hangUp)
  socket.resume()
}

function toldByItsClose(): void {}

function hangUp(this: Socket): void {
  this.destroy()
}

/** Without a server, as in a test: the body of the answer. */
function asBody(listener: Closing): Opened {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own
      },
      cancel: () => {
        controller = undefined
        listener.close()
      },
    },
    { highWaterMark: 0, size: (chunk) => chunk?.byteLength ?? 0 },
  )
  const line = {
    write: (text: Buffer) => {
      controller?.enqueue(new Uint8Array(text))
      return (controller?.desiredSize ?? 0) >= -mostUnreadBytes
    },
    end: () => {
      controller?.close()
      controller = undefined
    },
  }
  return { line, response: new Response(body, { headers: lineHeaders }) }
}
