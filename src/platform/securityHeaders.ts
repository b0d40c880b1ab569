import type { Config } from './config.ts'

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types newleaf',
].join('; ')

/** For a page that other sites may show in a frame: anybody may stand around it; nothing in it runs or is sent. */
export const framedPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

/** For a worker that needs WebAssembly: it may run its own code, and reach nothing and nobody. */
export const wasmPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "require-trusted-types-for 'script'",
  'trusted-types newleaf',
].join('; ')

const denied = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** What pages may ask the device for: nothing, unless a page of ours names it for itself. */
export function permissionsPolicy(allowed: string[] = []): string {
  return denied.map((feature) => `${feature}=(${allowed.includes(feature) ? 'self' : ''})`).join(', ')
}

/** The headers of every answer, whatever it is. */
export function securityHeaders(config: Config): Record<string, string> {
  return {
    'content-security-policy': policy,
    // Nothing goes to another site. `no-referrer` would also blank the Origin of our own forms, and phones without
    // Sec-Fetch-Site could then send none.
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'permissions-policy': permissionsPolicy(),
    ...(config.overTls ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}

/** What a single answer may say for itself: which of the device's features it asks for, and who may read or frame it. */
const ownHeaders = ['permissions-policy', 'content-security-policy', 'cross-origin-resource-policy']

/** The headers of every answer without those in which this one speaks for itself: said twice, the stricter counts. */
export function headersBeside(
  said: (name: string) => string | null | undefined,
  always: [string, string][],
): [string, string][] {
  const own = ownHeaders.filter((name) => said(name))
  // It has no word for "anybody": a page whose own policy says who may frame it goes without.
  if (said('content-security-policy') === framedPolicy) own.push('x-frame-options')
  return own.length === 0 ? always : always.filter(([name]) => !own.includes(name))
}
