import type { Context } from 'hono'
import type { Env } from '../../../platform/web.ts'
import { slice } from '../../../platform/web.ts'
import { findTown } from '../../index.ts'
import { type Asked, allowAsking, answerWith, openToAll } from '../answer/answer.ts'
import type { Making } from '../answer/make.ts'
import { t } from '../messages.ts'
import { siteOf } from '../site.ts'
import { settleAllSlots } from '../store.ts'
import { resultsOf } from './answer.ts'
import { type AskedResults, listOf, readAsked, readSigned } from './asked.rules.ts'
import { middleOfMeetings } from './bodies.store.ts'
import { serviceBodies } from './bodies.ts'
import { allFormats, formatRecord, numberOf } from './formats.ts'
import { bmltFields } from './record.rules.ts'

/** What servers of this protocol answer at the same address. */
export const bmlt = slice()

type Answer = (c: Context<Env>, query: URLSearchParams) => Promise<Asked> | Asked

const answers: Record<string, Answer> = {
  GetSearchResults: searchResults,
  GetFormats: formats,
  GetServiceBodies: bodies,
  GetServerInfo: serverInfo,
}

for (const path of ['/json', '/json/', '/json/index.php']) {
  bmlt.options(path, allowAsking)
  bmlt.get(path, async (c) => {
    const query = new URL(c.req.url).searchParams
    const name = query.get('switcher') ?? ''
    const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
    if (!answer) {
      openToAll(c)
      return c.json({ message: t('en')('bmlt.unknown', { known: Object.keys(answers).join(', ') }) }, 422)
    }
    return answerWith(c, {
      key: `bmlt ${query}`,
      tags: ['meetings', 'groups'],
      type: 'application/json; charset=utf-8',
      maxAgeSeconds: 300,
      make: () => answer(c, query),
    })
  })
}

async function searchResults(c: Context<Env>, query: URLSearchParams): Promise<Asked> {
  const { db, config, cache, now } = c.var
  const asked = await placed(c, readAsked(query))
  await cache.remember(
    'settled slots',
    ['meetings'],
    async () => {
      await settleAllSlots(db)
      return {}
    },
    () => 0,
  )
  return resultsOf(db, asked, siteOf(config), now)
}

/** Words that name a place are looked up in our own gazetteer: nobody else learns where somebody looks. */
async function placed(c: Context<Env>, asked: AskedResults | undefined): Promise<AskedResults | undefined> {
  if (!asked?.place) return asked
  const town = await findTown(c.var.db, asked.place.words)
  return town && { ...asked, around: { latitude: town.lat, longitude: town.lng, within: asked.place.within } }
}

function formats(c: Context<Env>, query: URLSearchParams): Making {
  const { origin } = siteOf(c.var.config)
  const keys = listOf(query, 'key_strings')
  const ids = signedOrNothing(query, 'format_ids')
  const shown = allFormats.filter((code) => {
    const number = BigInt(numberOf(code))
    return (
      ids !== undefined &&
      (keys.length === 0 || keys.includes(code)) &&
      (ids.wanted.length === 0 || ids.wanted.includes(number)) &&
      !ids.unwanted.includes(number)
    )
  })
  return whole(shown.map((code) => formatRecord(code, origin)))
}

function signedOrNothing(query: URLSearchParams, name: string) {
  try {
    return readSigned(query, name)
  } catch {
    return undefined
  }
}

function bodies(c: Context<Env>, query: URLSearchParams): Making {
  const asked = signedOrNothing(query, 'services')
  const wide = { children: query.get('recursive') === '1', parents: query.get('parents') === '1' }
  return asked ? serviceBodies(c.var.db, { ...asked, ...wide }, siteOf(c.var.config)) : whole([])
}

/** The version whose answers these are like. */
const version = { text: '4.2.7', number: '4002007' }

async function serverInfo(c: Context<Env>): Promise<Making> {
  const middle = await middleOfMeetings(c.var.db)
  return whole([
    {
      version: version.text,
      versionInt: version.number,
      langs: 'en',
      nativeLang: 'en',
      centerLongitude: String(middle?.longitude ?? 0),
      centerLatitude: String(middle?.latitude ?? 0),
      centerZoom: '6',
      defaultDuration: '01:00:00',
      regionBias: c.var.config.defaultCountry,
      charSet: 'UTF-8',
      distanceUnits: 'km',
      semanticAdmin: '0',
      emailEnabled: '0',
      emailIncludesServiceBodies: '0',
      changesPerMeeting: '0',
      meeting_states_and_provinces: '',
      meeting_counties_and_sub_provinces: '',
      available_keys: bmltFields.join(','),
      google_api_key: '',
      dbVersion: '',
      dbPrefix: '',
      meeting_time_zones_enabled: '1',
      phpVersion: '',
      auto_geocoding_enabled: '0',
      county_auto_geocoding_enabled: '0',
      zip_auto_geocoding_enabled: '0',
      commit: '',
      default_closed_status: '0',
      aggregator_mode_enabled: '0',
    },
  ])
}

function whole(answer: unknown): Making {
  return {
    pieces: (async function* () {
      yield JSON.stringify(answer)
    })(),
  }
}
