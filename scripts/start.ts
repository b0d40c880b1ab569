/** `npm start`: builds what changed, then becomes the server. */
import { become } from './become.ts'
import { ensureBuilt } from './ensureBuilt.ts'

ensureBuilt()
become('dist/server/server.js')
