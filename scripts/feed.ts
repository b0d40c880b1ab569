/** `npm run feed -- import <file-or-url> …` */
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './ensureBuilt.ts'

ensureBuilt()
await import(pathToFileURL(resolve('dist/server/feed.js')).href)
