/** `npm run demo`: the site with an invented community, in a data folder of its own. */
import { spawnSync } from 'node:child_process'
import { become } from './become.ts'
import { ensureBuilt } from './ensureBuilt.ts'

// Never into somebody's real data, whatever .env says.
process.env.DATA_DIR = process.env.DEMO_DATA_DIR ?? 'data-demo'
process.env.DATABASE_URL = ''
process.env.DEMO = 'yes'

ensureBuilt()
const { status } = spawnSync(process.execPath, ['dist/server/seed.js'], { stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)
become('dist/server/server.js')
