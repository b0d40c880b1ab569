import postgres from 'postgres'

const instants = new Map<string, Temporal.Instant>()
const instantsKept = 4000

/**
 * A moment from PostgreSQL's text. A list of ten thousand meetings has a few hundred different starts, and an
 * Instant, which never changes, is memory outside the heap: the same text gives the same object.
 */
function instantOf(text: string): Temporal.Instant {
  const before = instants.get(text)
  if (before) return before
  const instant = Temporal.Instant.from(text.replace(' ', 'T'))
  if (instants.size >= instantsKept) instants.clear()
  instants.set(text, instant)
  return instant
}

/** PostgreSQL's type numbers: https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat */
const types = {
  instant: {
    to: 1184,
    from: [1184],
    serialize: (value: Temporal.Instant | Date | string) =>
      value instanceof Date ? value.toISOString() : value.toString(),
    parse: instantOf,
  },
  day: {
    to: 1082,
    from: [1082],
    serialize: (value: Temporal.PlainDate | string) => value.toString(),
    parse: (text: string) => Temporal.PlainDate.from(text),
  },
}

export type Types = { instant: Temporal.Instant; day: Temporal.PlainDate }
export type Sql = postgres.Sql<Types>

interface Connecting {
  connections?: number
  name?: string
  /**
   * For a question or two without lists. The driver asks for the types of lists first, where nobody hears it fail: a
   * server that goes down just then would end whoever only wanted to look.
   */
  withoutLists?: boolean
}

/**
 * Opens a pool on a PostgreSQL address. Columns come as camelCase, `timestamptz` as Temporal.Instant,
 * `date` as Temporal.PlainDate, `bigint` as a decimal string (an id is never a number).
 */
export function connect(url: string, options: Connecting = {}): Sql {
  return postgres(url, {
    max: options.connections ?? 10,
    fetch_types: !options.withoutLists,
    types: types as unknown as Record<string, postgres.PostgresType>,
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel }, undefined: null },
    // Helpers for one query take longer to start than our queries take; the processors are for other visitors.
    connection: {
      application_name: options.name ?? 'newleaf',
      TimeZone: 'UTC',
      // As text: the driver leaves out a setting that is the number 0.
      max_parallel_workers_per_gather: '0',
    },
    connect_timeout: 10,
    onnotice: () => {},
  }) as unknown as Sql
}

/** One connection with PostgreSQL's own names and types, for a library that brings its own SQL. */
export function connectPlain(url: string, name: string): postgres.Sql {
  return postgres(url, {
    max: 1,
    // A job that gives nothing back ends with `undefined` as its output; the driver would refuse that.
    transform: { undefined: null },
    connection: { application_name: name, TimeZone: 'UTC' },
    onnotice: () => {},
  })
}
