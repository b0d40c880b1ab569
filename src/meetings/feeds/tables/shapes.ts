import { readMeetingGuideRecord } from '../meetingGuide.ts'
import { type FeedFormat, type FeedMeeting, type Mend, RefusedRecord } from '../record.ts'
import { patchGuide, type Raw, type Shape } from '../shape.ts'
import { plainWord } from '../text.ts'
import type { ColumnMeaning } from './fields.ts'
import { nawsAsGuide, nawsColumns, nawsId } from './naws.ts'
import { columnNames, rowAsGuide } from './record.ts'

/** What a correction by hand leaves in a row, which is text by text otherwise. */
const byHand = ' by hand'

export function tableShape(
  format: FeedFormat & ('tsml' | 'table'),
  columns: ColumnMeaning[],
  zone: string | undefined,
): Shape {
  const named = columnNames(columns)
  const guide = (raw: Raw) => rowAsGuide(raw as Record<string, string>, columns)
  return {
    format,
    idOf: (raw) => plainWord(guide(raw).slug, 255),
    nameOf: (raw) => guide(raw).name ?? guide(raw).location,
    read: (raw, mend) => readNamed(withPatch(raw, guide(raw)), zone, mend, named),
    patch: (raw, corrections) => ({ ...raw, [byHand]: patchGuide({}, corrections) }),
  }
}

export function nawsShape(zone: string | undefined): Shape {
  return {
    format: 'naws',
    idOf: (raw) => plainWord(nawsId(raw as Record<string, string>), 255),
    nameOf: (raw) => raw.CommitteeName,
    read: (raw, mend) =>
      readNamed(
        withPatch(raw, nawsAsGuide(raw as Record<string, string>)),
        zone,
        mend,
        (field) => nawsColumns[field] ?? field,
      ),
    patch: (raw, corrections) => ({ ...raw, [byHand]: patchGuide({}, corrections) }),
  }
}

function withPatch(raw: Raw, guide: Raw): Raw {
  return { ...guide, ...(raw[byHand] as Raw | undefined) }
}

/** Reads it as Meeting Guide, and names in every line the column that stands in the table. */
function readNamed(
  guide: Raw,
  zone: string | undefined,
  mend: Mend,
  named: (field: string) => string,
): FeedMeeting {
  try {
    return readMeetingGuideRecord(guide, zone, (field, ...about) => mend(named(field), ...about))
  } catch (refusal) {
    if (!(refusal instanceof RefusedRecord)) throw refusal
    throw new RefusedRecord(named(refusal.field), refusal.why, refusal.was)
  }
}
