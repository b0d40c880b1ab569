import type { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { account, operatorInvites, readMember } from './account/index.ts'
import { type NoticeKinds, notices, personalData as noticesData } from './account/notices/index.ts'
import {
  notices as passkeyNotices,
  passkeySignIn,
  passkeys,
  personalData as passkeysData,
} from './account/passkeys/index.ts'
import { confirmLinks, reach, reachData, notices as reachNotices, stopLinks } from './account/reach/index.ts'
import { checkin } from './checkin/index.ts'
import { showError, showNotFound } from './design/index.ts'
import { personalData as forumData, notices as forumNotices } from './forum/index.ts'
import { forum } from './forum/routes.tsx'
import { groupFit } from './groups/fit/routes.tsx'
import { notices as groupNotices, personalData as groupsData } from './groups/pages/index.ts'
import { groupPages } from './groups/pages/routes.tsx'
import { guide } from './guide/index.ts'
import { help } from './help/index.ts'
import { home } from './home/index.ts'
import { journal } from './journal/index.ts'
import { vault } from './journal/vault/index.ts'
import {
  attendance,
  hostMeetings,
  hostSuggestions,
  notices as meetingNotices,
  meetings,
  personalData as meetingsData,
  operatorFeeds,
  operatorSuggestions,
  suggestions,
} from './meetings/index.ts'
import {
  besidePages,
  bmlt,
  personalData as calendarData,
  ownCalendar,
  published,
} from './meetings/publish/index.ts'
import {
  moderation,
  personalData as moderationData,
  notices as moderationNotices,
} from './moderation/index.ts'
import { personalData as quietData } from './moderation/quiet/index.ts'
import { quiet } from './moderation/quiet/routes.tsx'
import { personalData as signalsData } from './moderation/trust/index.ts'
import { standing } from './moderation/trust/routes.tsx'
import { houseRules } from './moderation/words/routes.tsx'
import { offline } from './offline/index.ts'
import { operations, personalData as operationsData } from './operations/index.ts'
import { Refusal } from './platform/errors.ts'
import { formToken, ownForms, type Parts, provide, secure, smallBodies } from './platform/guards.ts'
import { healthz, readyz } from './platform/health.ts'
import type { PersonalData } from './platform/personalData.ts'
import { assets } from './platform/serveAssets.ts'
import { readSiteNotice } from './platform/siteNotice/index.ts'
import { type Env, slice } from './platform/web.ts'
import { night, toolkit } from './toolkit/index.ts'

const megabyte = 1024 * 1024

/** Everything we hold of a member, slice by slice: what the export gives and the deletion erases. */
const personalData: PersonalData[] = [
  signalsData,
  quietData,
  moderationData,
  forumData,
  groupsData,
  meetingsData,
  calendarData,
  noticesData,
  operationsData,
  passkeysData,
]

/** What members may be told, each kind with its sentence. */
const noticeKinds: NoticeKinds = {
  ...forumNotices,
  ...groupNotices,
  ...meetingNotices,
  ...moderationNotices,
  ...passkeyNotices,
  ...reachNotices,
}

/** The table of contents: the guards every request passes, in order, then one line per slice. */
export function createApp(parts: Parts): Hono<Env> {
  const app = slice()

  app.use(secure(parts.config))
  app.use(provide(parts))
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('allow', methods.join(', '))
        throw new Refusal(405)
      },
    }),
  )
  // Before forms are asked where they come from: the button of a mail program comes from nowhere.
  app.route('/mail/stop', stopLinks)
  app.use(ownForms(parts.config))
  // Before anybody asks who it is: the vaults of the journal know no members.
  app.route('/vault', vault)
  app.use(readMember)
  app.use(smallBodies({ '/operations/feeds': 33 * megabyte }))
  app.use(formToken)
  app.use(readSiteNotice)

  app.get('/healthz', healthz)
  app.get('/readyz', readyz)
  app.route('/assets', assets)
  app.route('/', home)
  app.route('/sign-in/passkey', passkeySignIn)
  app.route('/account/passkeys', passkeys)
  app.route('/', account([...personalData, reachData(parts.config)]))
  app.route('/account/notices', notices(noticeKinds))
  app.route('/account/reach', reach)
  app.route('/mail/confirm', confirmLinks)
  app.route('/account/standing', standing)
  app.route('/account/quiet', quiet)
  app.route('/check-in', checkin)
  app.route('/journal', journal)
  app.route('/now', night)
  app.route('/toolkit', toolkit)
  app.route('/guide', guide)
  app.route('/help', help)
  app.route('/', offline)
  app.route('/rules', houseRules)

  app.route('/feeds', published)
  app.route('/client_interface', bmlt)
  app.route('/', besidePages)
  app.route('/', ownCalendar)
  app.route('/groups/fit', groupFit)
  app.route('/groups', hostMeetings)
  app.route('/groups', hostSuggestions)
  app.route('/groups', groupPages)
  app.route('/meetings', attendance)
  app.route('/meetings', suggestions)
  app.route('/meetings', meetings)
  app.route('/forum', forum)
  app.route('/moderation', moderation)
  app.route('/operations/feeds', operatorFeeds)
  app.route('/operations/suggestions', operatorSuggestions)
  app.route('/operations/invites', operatorInvites)
  app.route('/operations', operations)

  app.notFound(showNotFound)
  app.onError(showError)
  return app
}
