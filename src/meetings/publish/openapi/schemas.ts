import { bmltFields } from '../bmlt/record.rules.ts'

const text = { type: 'string' } as const
const clock = { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' } as const
const filled = { type: 'string', minLength: 1 } as const
const address = { type: 'string', format: 'uri', minLength: 1 } as const

/** @param codes the codes of the Meeting Guide vocabulary */
function guideMeeting(codes: string[]) {
  return {
    type: 'object',
    description: 'One weekday of a meeting that is every week. Fields that do not apply are left out.',
    additionalProperties: false,
    required: [
      ...['slug', 'name', 'day', 'time', 'end_time', 'timezone', 'formatted_address', 'approximate', 'group'],
      ...['updated', 'url', 'feedback_url', 'entity', 'entity_url', 'entity_website_url'],
    ],
    properties: {
      slug: { type: 'string', pattern: '^[a-z0-9-]{1,64}$', description: 'The same for life.' },
      name: { type: 'string', minLength: 1, maxLength: 255 },
      day: { type: 'integer', minimum: 0, maximum: 6, description: '0 is Sunday.' },
      time: clock,
      end_time: { ...clock, description: 'Earlier than time when the meeting goes past midnight.' },
      timezone: { ...filled, description: 'A name of the IANA time zone database.' },
      formatted_address: { ...filled, description: 'Always there: a street, a town, or "Online".' },
      approximate: { enum: ['yes', 'no'], description: '"no" only for a place where people meet.' },
      latitude: {
        type: 'number',
        minimum: -90,
        maximum: 90,
        description: 'Only of a door, never of a town.',
      },
      longitude: { type: 'number', minimum: -180, maximum: 180 },
      regions: { type: 'array', items: filled, minItems: 1 },
      location: filled,
      location_notes: filled,
      group: filled,
      types: { type: 'array', items: { enum: codes }, minItems: 1, uniqueItems: true },
      notes: filled,
      conference_url: filled,
      conference_url_notes: filled,
      conference_phone: { type: 'string', pattern: '^[0-9+,*#]+$' },
      conference_phone_notes: filled,
      updated: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d$', description: 'UTC' },
      url: address,
      feedback_url: address,
      entity: filled,
      entity_url: address,
      entity_website_url: address,
    },
  }
}

function texts(fields: readonly string[], required: readonly string[] = fields) {
  return {
    type: 'object',
    additionalProperties: false,
    required,
    properties: Object.fromEntries(fields.map((field) => [field, text])),
  }
}

const formatFields = [
  ...['key_string', 'name_string', 'description_string', 'lang', 'id', 'world_id', 'format_type_enum'],
  'root_server_uri',
]
const bodyFields = ['id', 'parent_id', 'name', 'description', 'type', 'url', 'helpline', 'world_id']

/** The shapes of all answers. */
export function schemasOf(codes: string[]) {
  return {
    GuideMeeting: guideMeeting(codes),
    // A question may ask for some of the fields only.
    BmltMeeting: { ...texts(bmltFields, []), minProperties: 1 },
    BmltFormat: texts(formatFields),
    BmltServiceBody: texts(bodyFields),
    BmltServerInfo: {
      type: 'object',
      required: ['version', 'versionInt', 'langs'],
      additionalProperties: text,
    },
    Refusal: { type: 'object', required: ['message'], properties: { message: text } },
  }
}
