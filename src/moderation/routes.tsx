import { slice } from '../platform/web.ts'
import { cases } from './cases.routes.tsx'
import { decisions } from './decisions.routes.tsx'
import { inPublic } from './public.routes.tsx'
import { reporting } from './report.routes.tsx'
import { slowing } from './slow.routes.tsx'

export const moderation = slice()
  .route('/', reporting)
  .route('/', inPublic)
  .route('/', decisions)
  .route('/', slowing)
  .route('/', cases)
