import pino from 'pino'

export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error' | 'fatal' | 'debug'>

/** Events, never content: no body, no handle, no address, no query string goes in. */
export function openLog(level: string): Log {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
}
