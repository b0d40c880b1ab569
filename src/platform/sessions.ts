import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Env } from './web.ts'

/** A fresh secret of 256 random bits for a cookie, as text. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** What the database stores of a token: a stolen table opens nothing. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

function cookieName(overTls: boolean): string {
  return overTls ? '__Host-newleaf' : 'newleaf'
}

/** The session token a request carries; undefined for a guest and for a cookie that is not one of ours. */
export function readSessionCookie(c: Context<Env>): string | undefined {
  const value = getCookie(c, cookieName(c.var.config.overTls))
  return value && /^[A-Za-z0-9_-]{43}$/.test(value) ? value : undefined
}

/** Whether the raw Cookie header could name a session: the page cache for guests steps aside then. */
export function carriesSession(cookieHeader: string | undefined): boolean {
  return cookieHeader?.includes('newleaf=') ?? false
}

/** @param seconds how long the browser keeps it; without it, until the browser is closed (a shared device) */
export function setSessionCookie(c: Context<Env>, token: string, seconds?: number): void {
  setCookie(c, cookieName(c.var.config.overTls), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: c.var.config.overTls,
    ...(seconds === undefined ? {} : { maxAge: seconds }),
  })
}

export function clearSessionCookie(c: Context<Env>): void {
  deleteCookie(c, cookieName(c.var.config.overTls), { path: '/', secure: c.var.config.overTls })
}

/**
 * The form token as it stands in a page: masked anew each time, because a compressed page that holds
 * both a constant secret and the visitor's own words could give the secret away by its length (BREACH).
 */
export function maskToken(token: string): string {
  const secret = Buffer.from(token, 'base64url')
  const mask = freshBytes(secret.length)
  return Buffer.concat([mask, xor(mask, secret)]).toString('base64url')
}

// Asking the system for 32 bytes costs as much as asking for 8,192; none is ever handed out twice.
let pool = Buffer.alloc(0)

function freshBytes(count: number): Buffer {
  if (pool.length < count) pool = randomBytes(8192)
  const bytes = pool.subarray(0, count)
  pool = pool.subarray(count)
  return bytes
}

export function sameToken(masked: unknown, token: string): boolean {
  if (typeof masked !== 'string') return false
  const bytes = Buffer.from(masked, 'base64url')
  const secret = Buffer.from(token, 'base64url')
  if (bytes.length !== secret.length * 2) return false
  return timingSafeEqual(xor(bytes.subarray(0, secret.length), bytes.subarray(secret.length)), secret)
}

function xor(a: Buffer, b: Buffer): Buffer {
  return Buffer.from(a.map((byte, i) => byte ^ (b[i] ?? 0)))
}
