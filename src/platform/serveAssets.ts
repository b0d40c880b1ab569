import { bytesOf, chooseEncoding } from './compress.ts'
import { notFound } from './errors.ts'
import { wasmPolicy } from './securityHeaders.ts'
import { slice } from './web.ts'

/** Built files: their names change with their content, so a browser may keep them for good. */
export const assets = slice()

assets.get('/:file', (c) => {
  const asset = c.var.assets.read(c.req.path)
  if (!asset) throw notFound()
  const wanted = chooseEncoding(c.req.header('accept-encoding'))
  const packed = wanted === 'identity' ? undefined : asset[wanted]
  const body = packed ?? asset.identity
  c.header('content-type', asset.type)
  if (/\/worker-[\w-]+\.wasm-[\w-]+\.js$/.test(c.req.path)) c.header('content-security-policy', wasmPolicy)
  c.header('cache-control', 'public, max-age=31536000, immutable')
  c.header('vary', 'accept-encoding')
  c.header('content-length', String(body.length))
  if (packed) c.header('content-encoding', wanted)
  return c.body(bytesOf(body))
})
