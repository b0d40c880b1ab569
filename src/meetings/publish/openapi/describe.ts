import type { Site } from '../published.ts'
import { schemasOf } from './schemas.ts'

type Parameter = [name: string, description: string, schema?: object]

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const listOf = (name: string) => ({ type: 'array', items: ref(name) })
const text = { type: 'string' }
const one = { type: 'string', enum: ['1'] }

/** The search of the finder. */
const search: Parameter[] = [
  ['words', 'Words of name, place, group and notes; typing errors are forgiven.'],
  ['from', 'Groups made here, or lists that were brought in.', { enum: ['house', 'lists'] }],
  ['fellowship', 'Who holds it, as the list names them.'],
  ['kind', 'twelve_step, discussion, skills, holistic or family.'],
  ['how', 'How one comes.', { enum: ['online', 'in_person', 'hybrid'] }],
  ['when', 'Only what is on soon, or today.', { enum: ['soon', 'today'] }],
  ['day', 'Days from 1 (Monday) to 7, with commas.'],
  ['part', 'Part of the day.', { enum: ['morning', 'afternoon', 'evening', 'night'] }],
  ['language', 'ISO 639 code.'],
  ['circle', 'Whom it is for.'],
  ['practice', 'meditation, yoga or walk.'],
  ['type', 'Codes of the Meeting Guide vocabulary, with commas; all of them.'],
  ['near', 'A town or a postcode.'],
  ['at', 'Latitude and longitude with a comma, rounded to a kilometre.'],
  ['km', 'Around near or at.', { enum: ['2', '5', '10', '25', '50', '100'] }],
  ['zone', 'IANA zone in which days and hours are meant.'],
]

const results: Parameter[] = [
  ['weekdays', '1 (Sunday) to 7, with commas; with a minus to leave out. So are all numbers in lists.'],
  ['venue_types', '1 in person, 2 online, 3 both.'],
  ['formats', 'Numbers of formats.'],
  ['formats_comparison_operator', 'All formats, or any.', { enum: ['AND', 'OR'] }],
  ['services', 'Numbers of service bodies.'],
  ['recursive', 'Also the bodies within them.', one],
  ['meeting_ids', 'Numbers of records.'],
  ['lat_val', 'Latitude; with long_val and a width.'],
  ['long_val', 'Longitude.'],
  ['geo_width', 'Miles; below nought: so many of the nearest.'],
  ['geo_width_km', 'Kilometres; below nought: so many of the nearest.'],
  ['sort_results_by_distance', 'The nearest first.', one],
  ...['StartsAfter', 'StartsBefore', 'EndsBefore', 'MinDuration', 'MaxDuration'].flatMap(
    (name): Parameter[] => [
      [`${name}H`, 'Hours.'],
      [`${name}M`, 'Minutes.'],
    ],
  ),
  ['SearchString', 'Words, or numbers of records.'],
  ['StringSearchIsAnAddress', 'The words are a town.', one],
  ['SearchStringRadius', 'Miles around that town.'],
  ['meeting_key', 'A field, and in meeting_key_value what it says.'],
  ['meeting_key_value', 'See meeting_key.'],
  ['data_field_key', 'Only these fields, with commas.'],
  ['sort_keys', 'Fields to sort by, with commas.'],
  ['page_size', 'Records of a page.'],
  ['page_num', 'From 1.'],
  ['get_used_formats', 'Gives meetings and formats in one object.', one],
  ['get_formats_only', 'Gives only the formats.', one],
  ['lang_enum', 'Accepted; names are in English.'],
]

const headers = {
  ETag: { description: 'To be sent back in If-None-Match.', schema: text },
  'Access-Control-Allow-Origin': { description: 'Always *.', schema: text },
}
const counts = {
  'Newleaf-Meetings': { description: 'Records in the list.', schema: text },
  'Newleaf-Left-Out': { description: 'Meetings that are not every week, or not on now.', schema: text },
}

function parametersOf(list: Parameter[]) {
  return list.map(([name, description, schema = text]) => ({ name, in: 'query', description, schema }))
}

function get(
  summary: string,
  answer: object,
  more: { parameters?: object[]; withCounts?: boolean; refuses?: boolean } = {},
) {
  return {
    get: {
      summary,
      parameters: more.parameters ?? [],
      responses: {
        200: {
          description: 'The list.',
          headers: more.withCounts ? { ...headers, ...counts } : headers,
          content: answer,
        },
        304: { description: 'Nothing changed.' },
        ...(more.refuses ? { 400: { description: 'A condition that is not known.' } } : {}),
        429: { description: 'Too often; see Retry-After.' },
      },
    },
  }
}

const json = (schema: object) => ({ 'application/json': { schema } })
const calendar = { 'text/calendar': { schema: { type: 'string', description: 'RFC 5545' } } }
const inPath = (name: string) => ({ name, in: 'path', required: true, schema: text })

/** Everything that is published, as OpenAPI 3.1. A test holds the answers to it. */
export function describe(site: Site, codes: string[]) {
  const searched = parametersOf(search)
  const switcher = {
    name: 'switcher',
    in: 'query',
    required: true,
    description: 'The question.',
    schema: { enum: ['GetSearchResults', 'GetFormats', 'GetServiceBodies', 'GetServerInfo'] },
  }
  const both = {
    type: 'object',
    required: ['formats'],
    properties: { meetings: listOf('BmltMeeting'), formats: listOf('BmltFormat') },
  }
  const answers = [
    listOf('BmltMeeting'),
    both,
    listOf('BmltFormat'),
    listOf('BmltServiceBody'),
    listOf('BmltServerInfo'),
  ]
  return {
    openapi: '3.1.0',
    info: {
      title: `Meetings of ${site.name}`,
      version: '1',
      summary: 'Meetings as lists and calendars, for anybody.',
      description:
        'No key, no account. A list is the same for all readers. Weekly lists hold what is every week; calendars hold all that has a time.',
    },
    servers: [{ url: site.origin }],
    paths: {
      '/feeds/meetings.json': get('Meetings as Meeting Guide JSON', json(listOf('GuideMeeting')), {
        parameters: searched,
        withCounts: true,
        refuses: true,
      }),
      '/groups/{slug}/meetings.json': get('Meetings of a group', json(listOf('GuideMeeting')), {
        parameters: [inPath('slug')],
        withCounts: true,
      }),
      '/feeds/meetings.ics': get('Meetings as a calendar', calendar, { parameters: searched, refuses: true }),
      '/groups/{slug}/meetings.ics': get('Calendar of a group', calendar, { parameters: [inPath('slug')] }),
      '/meetings/{id}.ics': get('Calendar of a meeting', calendar, { parameters: [inPath('id')] }),
      '/client_interface/json/': get('What a BMLT server answers', json({ anyOf: answers }), {
        parameters: [switcher, ...parametersOf(results)],
      }),
    },
    components: { schemas: schemasOf(codes) },
  }
}
