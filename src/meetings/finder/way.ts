/** How many meetings have what is asked for, taking the conditions as independent: enough to choose the way to go. */
export interface Expected {
  total: number
  /** That have all the traits, wherever they are and whatever they say. */
  marked: number
  fitting: number
  /** In the area, whatever they are. */
  inArea: number | undefined
  /** The shortest of the lists of those that have one trait or one word. */
  shortest: number
}

export interface Counts {
  total: number
  traits: number[]
  words: number[]
  inArea: number | undefined
}

export function expectedOf({ total, traits, words, inArea }: Counts): Expected {
  const share = (counts: number[]) =>
    counts.reduce((product, count) => product * Math.min(1, count / Math.max(1, total)), 1)
  const marked = total * share(traits)
  return {
    ...{ total, marked, inArea },
    fitting: marked * share(words) * (inArea === undefined ? 1 : share([inArea])),
    shortest: Math.min(total, ...traits, ...words),
  }
}

/**
 * Along the clock, everywhere or in one place, looking at each meeting whose marks say that it may fit; or what fits
 * first, and with it in hand along the clock, if that is worth it. Of few hours everything is looked at: what does not
 * fill a page there is all there is. `hours` is how far ahead a page should be full.
 */
export type Way =
  | { way: 'clock'; hours: number; looks: number }
  | { way: 'everything'; hours: number }
  | { way: 'place'; hours: number }
  | { way: 'gather'; hours: number | undefined; isPlaceAlone: boolean }

/** In microseconds, measured at 42,000 and at a million meetings: only how they stand to each other matters. */
const cost = { entry: 0.2, look: 3, listed: 0.075, lookUp: 2, itsTimes: 4 }

/** Where counts were wrong, nobody looks at more meetings than so many on the way along the clock. */
const mostLooks = 8000

const hoursOfAWeek = 168
/** Times are written so many weeks ahead. */
const weeks = 5
/** In the small hours a page takes longer to fill than at seven in the evening. */
const slack = { clock: 10, place: 4 }

/** How much of the coming weeks is asked for, and in how many stretches. */
interface When {
  share: number
  stretches: number
}
const allTheTime: When = { share: 1, stretches: 1 }

/** So many stretches are read one after the other. */
export const mostStretches = 8

/** Of that many times each can be passed, and of that many whose marks fit each meeting looked at. */
const everything = { entries: 50_000, looks: 4000 }

/**
 * Which way a page is filled soonest. What fits often is soon met along the clock: `total / fitting` entries of the index
 * for each row, of which only those whose marks fit are looked at. What fits seldom is looked up first; and only for the
 * fewest it is less to read the times of each than to walk with the list of it in hand.
 * @param rows of a page
 */
export function wayFor(expected: Expected, rows: number, { share, stretches } = allTheTime): Way {
  const { total, marked, inArea, shortest } = expected
  const fitting = Math.max(0.1, expected.fitting)
  const areaShare = inArea === undefined ? 1 : Math.min(1, inArea / Math.max(1, total))
  const looks = Math.ceil((rows * marked) / fitting)
  const entries = Math.min(total * weeks * share, (rows * total) / fitting)
  const hours = (hoursOfAWeek * rows) / fitting

  const isPlaceAlone = inArea !== undefined && inArea * cost.look < shortest * cost.listed
  const lookUp =
    isPlaceAlone && inArea !== undefined ? inArea * cost.look : shortest * cost.listed + fitting * cost.lookUp
  const isInHand = entries * cost.entry < fitting * cost.itsTimes
  const ways: { cost: number; way: Way }[] = [
    {
      cost: lookUp + Math.min(entries * cost.entry, fitting * cost.itsTimes),
      way: { way: 'gather', hours: isInHand ? hours * slack.clock : undefined, isPlaceAlone },
    },
  ]
  const all = { entries: total * weeks * share, looks: marked * weeks * share }
  const isLittle = all.entries <= everything.entries && all.looks <= everything.looks
  // What does not fill a page is read to its end, and then looked up after all.
  const isFull = fitting * weeks * share > 1.5 * rows
  if (share < 1 && stretches <= mostStretches && isLittle)
    ways.push({
      cost: Math.min(entries, all.entries) * cost.entry + Math.min(looks, all.looks) * cost.look,
      way: { way: 'everything', hours: Number.POSITIVE_INFINITY },
    })
  else if (looks <= mostLooks && isFull)
    ways.push({
      cost: entries * cost.entry + looks * cost.look,
      way: { way: 'clock', hours: hours * slack.clock, looks: mostLooks },
    })
  if (inArea !== undefined)
    ways.push({
      // The squares of the map hold more than the circle, the more the smaller it is.
      cost:
        2 *
        areaShare *
        (entries * slack.place * cost.entry + Math.min(looks, marked * weeks * share) * cost.look),
      way: { way: 'place', hours: hours * slack.place },
    })
  return ways.reduce((best, each) => (each.cost < best.cost ? each : best)).way
}
