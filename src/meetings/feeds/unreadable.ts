/** Why a whole feed cannot be read; each is a sentence `unreadable.<name>` in the catalogue. */
export type Unreadable =
  | 'empty'
  | 'not_json'
  | 'not_table'
  | 'not_calendar'
  | 'truncated'
  | 'web_page'
  | 'not_a_list'
  | 'no_records'
  | 'too_many'
  | 'not_meetings'

export class UnreadableFeed extends Error {
  readonly reason: Unreadable
  constructor(reason: Unreadable) {
    super(reason)
    this.reason = reason
  }
}

/** A table of which nobody has said what its columns mean. */
export class UnknownColumns extends Error {}

/** Ten times the largest list that is known. */
export const mostRecords = 100_000
