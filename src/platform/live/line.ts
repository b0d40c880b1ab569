import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { headersBeside, securityHeaders } from '../securityHeaders.ts'
import type { Env } from '../web.ts'

/** A browser that has this much unread is gone or lost: it comes back with Last-Event-ID. */
const mostUnreadBytes = 1024 * 1024

/** The way of events to one browser. */
interface Line {
  /** @returns false when so much is unread that nothing more should be written */
  write(text: Buffer): boolean
  end(): void
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
 * @param gone called once when the browser leaves
 */
export function openLine(c: Context<Env>, gone: () => void): Opened {
  const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse }
  return outgoing ? onConnection(c, outgoing, gone) : asBody(gone)
}

function onConnection(c: Context<Env>, outgoing: ServerResponse, gone: () => void): Opened {
  const beside = headersBeside(() => undefined, Object.entries(securityHeaders(c.var.config)))
  // It ends with its connection: then nothing has to say where a part begins and ends.
  outgoing.useChunkedEncodingByDefault = false
  outgoing.writeHead(200, { ...lineHeaders, ...Object.fromEntries(beside), connection: 'close' })
  outgoing.once('close', gone)
  // It left while its question was looked at, and will not say so again.
  if (outgoing.destroyed) process.nextTick(gone)
  const line = {
    write: (text: Buffer) => {
      outgoing.write(text)
      return outgoing.writableLength <= mostUnreadBytes
    },
    // What was written before still goes out: a browser that comes back says how far it got.
    end: () => outgoing.end(),
  }
  return { line, response: RESPONSE_ALREADY_SENT }
}

/** Without a server, as in a test: the body of the answer. */
function asBody(gone: () => void): Opened {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const body = new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own
      },
      cancel: () => {
        controller = undefined
        gone()
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
