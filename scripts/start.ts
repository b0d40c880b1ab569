/** `npm start`: builds what changed, then becomes the server. */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './ensureBuilt.ts'

ensureBuilt()
await import(pathToFileURL(resolve('dist/server/server.js')).href)
