/** `npm run passkeys` */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './ensureBuilt.ts'

ensureBuilt()
await import(pathToFileURL(resolve('dist/server/passkeys.js')).href)
