/** A week with the meetings somebody noted in it; weeks without one are as good as any other. */
export interface Week {
  monday: Temporal.PlainDate
  meetings: number
}

/** How far the picture goes back: half a year. */
const weeksShown = 26

function mondayOf(date: Temporal.PlainDate): Temporal.PlainDate {
  return date.subtract({ days: date.dayOfWeek - 1 })
}

/** The first day of the picture. */
export function firstDay(today: Temporal.PlainDate): Temporal.PlainDate {
  return mondayOf(today).subtract({ weeks: weeksShown - 1 })
}

/** Every week up to this one, the oldest first, with how often somebody came. */
export function weeksOf(dates: Temporal.PlainDate[], today: Temporal.PlainDate): Week[] {
  const counts = new Map<string, number>()
  for (const date of dates) {
    const monday = String(mondayOf(date))
    counts.set(monday, (counts.get(monday) ?? 0) + 1)
  }
  const first = firstDay(today)
  return Array.from({ length: weeksShown }, (_, weeks) => {
    const monday = first.add({ weeks })
    return { monday, meetings: counts.get(String(monday)) ?? 0 }
  })
}
