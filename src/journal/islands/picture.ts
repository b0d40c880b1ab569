import { openBook, shortWhen, today } from '../client/bookPage.ts'
import { drawChart, rowsOf } from '../client/chart.ts'
import { named } from '../client/named.ts'
import { find } from '../devices/page.ts'
import type { Symptom } from '../entries/entries.ts'
import { fieldsOf, usedOnOf } from '../entries/shown.ts'
import { courseByDay, courseByStep } from '../reckoning/course.rules.ts'
import { daysBetween } from '../reckoning/freedom.rules.ts'
import { nightOf } from '../reckoning/nights.rules.ts'
import { byHour, byTrigger, easedBy, mean } from '../reckoning/patterns.rules.ts'

const longestDays = 90
const nightsShown = 30
const fixed = (value: number, digits = 1) => value.toFixed(digits)

void openBook(async (page) => {
  const { journal } = page
  const records = await journal.list()
  const [settings] = records.filter(({ type }) => type === 'settings')
  const checkins = fieldsOf(records, 'checkin').sort((a, b) => (a.at < b.at ? -1 : 1))
  const cravings = fieldsOf(records, 'craving')
  const started = settings?.fields.lastOn
  const used = [...usedOnOf(records), ...(typeof started === 'string' ? [started] : [])]
  const steps = (fieldsOf(records, 'taper')[0]?.steps ?? [])
    .flatMap(({ from }) => (from ? [from] : []))
    .sort()
  const tapers = settings?.fields.aim === 'cut_down' && steps.length > 0
  const symptom = find<HTMLSelectElement>('#symptom')

  const figure = (name: string, words: string, chart: SVGElement | undefined, rows: string[][]) => {
    const place = find(`[data-figure="${name}"]`)
    find('[data-figure-words]', place).textContent = rows.length === 0 ? page.sentence('few') : words
    find('[data-figure-chart]', place).replaceChildren(...(chart && rows.length > 0 ? [chart] : []))
    find('[data-figure-rows]', place).replaceChildren(...rowsOf(rows))
    find('details', place).hidden = rows.length === 0
  }

  const drawCourse = () => {
    const which = symptom.value as Symptom
    const name = symptom.selectedOptions[0]?.textContent ?? ''
    const days = (tapers ? courseByStep(checkins, which, steps) : courseByDay(checkins, which, used)).filter(
      ({ day }) => day <= longestDays,
    )
    const band = find(`[data-band="${settings?.fields.product === 'leaf' ? 'leaf' : 'concentrated'}"]`)
    band.hidden = tapers
    const [peakFrom = 0, peakTo = 0] = (band.dataset.peak ?? '').split(' ').map(Number)
    const [, acuteTo = 0] = (band.dataset.acute ?? '').split(' ').map(Number)
    const last = Math.max(tapers ? 2 : 14, ...days.map(({ day }) => day))
    const mark = (day: number) => page.sentence(tapers ? 'stepMark' : 'dayMark', { day, step: day })
    const every = Math.ceil(last / 7)
    const label = page.sentence('course', {
      symptom: name,
      entries: days.reduce((sum, { times }) => sum + times, 0),
      from: fixed(days[0]?.level ?? 0),
      to: fixed(days.at(-1)?.level ?? 0),
    })
    const chart = drawChart({
      label,
      xFrom: tapers ? 1 : 0,
      xTo: last,
      yTo: 4,
      xMarks: Array.from({ length: 8 }, (_, index) => index * every + (tapers ? 1 : 0))
        .filter((day) => day <= last)
        .map((day) => ({ at: day, text: mark(day) })),
      yMarks: [0, 1, 2, 3, 4].map((at) => ({ at, text: String(at) })),
      bands: tapers
        ? []
        : [
            { from: peakFrom, to: peakTo + 1, strong: true },
            { from: peakTo + 1, to: acuteTo + 1, strong: false },
          ],
      line: days.map(({ day, level }) => ({ x: day, y: level })),
    })
    figure(
      'course',
      label,
      chart,
      days.map(({ day, level, times }) => [mark(day), fixed(level), String(times)]),
    )
  }

  const drawNights = () => {
    const nights = checkins.flatMap((checkin) => {
      const night = nightOf(checkin)
      const ago = daysBetween(checkin.at.slice(0, 10), today())
      return night && ago < nightsShown ? [{ on: checkin.at.slice(0, 10), ago, ...night }] : []
    })
    const words = page.sentence('nights', {
      hours: fixed((mean(nights.map(({ asleepMinutes }) => asleepMinutes)) ?? 0) / 60),
      nights: nights.length,
    })
    const chart = drawChart({
      label: words,
      xFrom: 0,
      xTo: nightsShown - 1,
      yTo: 12,
      xMarks: [0, 10, 20, 29].map((at) => ({ at, text: shortDay(nightsShown - 1 - at) })),
      yMarks: [0, 4, 8, 12].map((at) => ({ at, text: String(at) })),
      bars: nights.map(({ ago, asleepMinutes }) => ({
        x: nightsShown - 1 - ago,
        y: Math.min(12, asleepMinutes / 60),
      })),
    })
    const rows = nights.map(({ on, asleepMinutes, waitedMinutes, efficiency }) => [
      shortWhen(on),
      fixed(asleepMinutes / 60),
      String(waitedMinutes),
      `${Math.round(efficiency * 100)} %`,
    ])
    figure('nights', words, chart, rows)
  }

  const drawHours = () => {
    const hours = byHour(cravings)
    const most = hours.reduce((a, b) => (b.count > a.count ? b : a))
    const words = page.sentence('hours', { hour: `${most.hour}:00` })
    const yTo = Math.max(4, most.count)
    const chart = drawChart({
      label: words,
      xFrom: 0,
      xTo: 23,
      yTo,
      xMarks: [0, 6, 12, 18, 23].map((at) => ({ at, text: `${at}:00` })),
      yMarks: [0, yTo].map((at) => ({ at, text: String(at) })),
      bars: hours.map(({ hour, count }) => ({ x: hour, y: count })),
    })
    const rows = hours
      .filter(({ count }) => count > 0)
      .map(({ hour, count, meanStrength }) => [`${hour}:00`, String(count), fixed(meanStrength)])
    figure('hours', words, chart, rows)
  }

  const drawOthers = () => {
    const triggers = byTrigger(cravings).slice(0, 20)
    figure(
      'triggers',
      '',
      undefined,
      triggers.map(({ trigger, count, passed, helped }) => [
        trigger,
        String(count),
        String(passed),
        helped.map(({ what, count: times }) => `${named(page, 'helped', what)} (${times})`).join(', '),
      ]),
    )
    const difference = (value: number) =>
      value === 0
        ? page.sentence('same')
        : page.sentence(value < 0 ? 'less' : 'more', { number: fixed(Math.abs(value)) })
    figure(
      'eased',
      page.sentence('eased'),
      undefined,
      easedBy(fieldsOf(records, 'ease')).map(
        ({ technique, symptom: which, times, meanBefore, meanAfter, spread }) => [
          named(page, 'technique', technique),
          symptom.querySelector(`[value="${CSS.escape(which)}"]`)?.textContent ?? which,
          String(times),
          `${fixed(meanBefore)} → ${fixed(meanAfter)}`,
          spread.map(difference).join(' – '),
        ],
      ),
    )
  }

  symptom.addEventListener('change', drawCourse)
  drawCourse()
  drawNights()
  drawHours()
  drawOthers()
})

function shortDay(ago: number): string {
  const day = new Date(Date.now() - ago * 86_400_000)
  return new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'short' }).format(
    day,
  )
}
