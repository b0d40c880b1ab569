import { openBook, shortWhen, today } from '../client/bookPage.ts'
import { drawChart, rowsOf } from '../client/chart.ts'
import { saveFile } from '../client/saveFile.ts'
import { find } from '../devices/page.ts'
import type { Product } from '../entries/entries.ts'
import { fieldsOf, usedOnOf, whenOf } from '../entries/shown.ts'
import { bundleOf } from '../handover/fhir.rules.ts'
import { daysBetween, reckonFreedom } from '../reckoning/freedom.rules.ts'
import { nightOf } from '../reckoning/nights.rules.ts'
import { mean } from '../reckoning/patterns.rules.ts'
import { scales, scoreOf } from '../reckoning/scales.rules.ts'

const daysShown = 14
const strongestShown = 6
const fixed = (value: number) => value.toFixed(Number.isInteger(value) ? 0 : 1)

void openBook(async (page) => {
  const { journal } = page
  const records = await journal.list()
  const settings = records.find(({ type }) => type === 'settings')?.fields ?? {}
  const since = new Date(Date.now() - daysShown * 86_400_000).toISOString().slice(0, 10)
  const checkins = fieldsOf(records, 'checkin')
    .filter(({ at }) => at.slice(0, 10) > since)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
  const cravings = fieldsOf(records, 'craving').filter(({ at }) => at.slice(0, 10) > since)
  const doses = fieldsOf(records, 'dose').filter(({ at }) => at.slice(0, 10) > since)
  const scores = fieldsOf(records, 'score').sort((a, b) => (a.on < b.on ? 1 : -1))
  const started = typeof settings.lastOn === 'string' ? settings.lastOn : null
  const lapses = records.filter(({ type }) => type === 'lapse').map((one) => whenOf(one).slice(0, 10))
  const free = reckonFreedom(usedOnOf(records), started, today(), lapses)
  const list = (selector: string, lines: string[]) =>
    find(selector).replaceChildren(
      ...(lines.length > 0 ? lines : [page.sentence('none')]).map((words) =>
        Object.assign(document.createElement('li'), { textContent: words, dir: 'auto' }),
      ),
    )

  const drawCourse = () => {
    const days = Array.from({ length: daysShown }, (_, index) => daysShown - 1 - index)
    const levelsOn = (symptom: string, ago: number) =>
      checkins
        .filter(({ at }) => daysBetween(at.slice(0, 10), today()) === ago)
        .flatMap(({ levels }) => levels[symptom as keyof typeof levels] ?? [])
    const strongest = [...new Set(checkins.flatMap(({ levels }) => Object.keys(levels)))]
      .map((symptom) => ({ symptom, level: mean(days.flatMap((ago) => levelsOn(symptom, ago))) ?? 0 }))
      .filter(({ level }) => level > 0)
      .sort((a, b) => b.level - a.level)
      .slice(0, strongestShown)
    const heads = ['', ...days.map((ago) => (ago === 0 ? '0' : `−${ago}`))]
    find('[data-days]').replaceChildren(
      ...heads.map((text) =>
        Object.assign(document.createElement('th'), { textContent: text, scope: 'col' }),
      ),
    )
    find('[data-symptoms]').replaceChildren(
      ...rowsOf(
        strongest.map(({ symptom }) => [
          page.sentence(`symptom.${symptom}`),
          ...days.map((ago) => {
            const level = mean(levelsOn(symptom, ago))
            return level === undefined ? '' : fixed(level)
          }),
        ]),
      ),
    )
    const [first] = strongest
    find('[data-chart]').replaceChildren(
      ...(first
        ? [
            drawChart({
              label: `${page.sentence('chart')} ${page.sentence(`symptom.${first.symptom}`)}`,
              xFrom: 0,
              xTo: daysShown - 1,
              yTo: 4,
              xMarks: days
                .filter((ago) => ago % 3 === 0)
                .map((ago) => ({ at: daysShown - 1 - ago, text: ago === 0 ? '0' : `−${ago}` })),
              yMarks: [0, 1, 2, 3, 4].map((at) => ({ at, text: String(at) })),
              line: days.flatMap((ago) => {
                const level = mean(levelsOn(first.symptom, ago))
                return level === undefined ? [] : [{ x: daysShown - 1 - ago, y: level }]
              }),
            }),
          ]
        : []),
    )
  }

  page.onSubmit('[data-ask]', async (form) => {
    const typed = page.read(form)
    find('[data-made]').textContent = shortWhen(today())
    list('[data-use]', [
      page.sentence(`product.${settings.product ?? 'leaf'}`),
      ...(typed.get('used') ?? []),
      ...(free.lastOn
        ? [page.sentence('last', { on: shortWhen(free.lastOn), days: free.thisRun ?? 0 })]
        : []),
      ...(free.lapses > 0 ? [page.sentence('run', { days: free.longestRun, lapses: free.lapses })] : []),
      ...(doses.length > 0 ? [page.sentence('doses', { times: fixed(doses.length / daysShown) })] : []),
    ])
    drawCourse()
    const nights = checkins.flatMap((checkin) => nightOf(checkin) ?? [])
    list('[data-more]', [
      ...(nights.length > 0
        ? [
            page.sentence('slept', {
              hours: fixed((mean(nights.map(({ asleepMinutes }) => asleepMinutes)) ?? 0) / 60),
              nights: nights.length,
            }),
          ]
        : []),
      ...(cravings.length > 0
        ? [
            page.sentence('cravings', {
              count: cravings.length,
              mean: fixed(mean(cravings.map(({ strength }) => strength)) ?? 0),
            }),
          ]
        : []),
      ...scores.slice(0, 6).flatMap(({ scale, answers, on }) => {
        const result = scoreOf(scale, answers)
        return result && scale in scales
          ? [page.sentence(`scale.${scale}`, { sum: result.sum, of: result.of, on: shortWhen(on) })]
          : []
      }),
    ])
    const signs = new Set(checkins.flatMap((one) => one.signs ?? []))
    list(
      '[data-signs]',
      [...signs].map((sign) => page.sentence(`sign.${sign}`)),
    )
    find('[data-others]').textContent = typed.get('others')?.[0] ?? page.sentence('none')
    find('[data-questions]').textContent = typed.get('questions')?.[0] ?? page.sentence('none')
    find('[data-sheet]').hidden = false
    find('[data-sheet]').scrollIntoView()
  })
  page.onPress('[data-print]', async () => print())
  page.onPress('[data-fhir]', async () => {
    const bundle = bundleOf(
      {
        product: (settings.product ?? 'leaf') as Product,
        madeAt: new Date().toISOString(),
        lastOn: free.lastOn,
        checkins,
        cravings,
        scores,
      },
      () => crypto.randomUUID(),
    )
    saveFile('handover.fhir.json', 'application/fhir+json', JSON.stringify(bundle, null, 2))
  })
})
