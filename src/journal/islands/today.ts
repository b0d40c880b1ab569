import { openBook, shortWhen, today } from '../client/bookPage.ts'
import { find } from '../devices/page.ts'
import { inWords } from '../ease/inWords.ts'
import { entryTypes, usedOnOf, whenOf } from '../entries/shown.ts'
import { kindOf } from '../entries/words.ts'
import { reckonFreedom, regained } from '../reckoning/freedom.rules.ts'

const mostShown = 7

void openBook(async (page) => {
  const { journal } = page
  const draw = async () => {
    // Asked at once: each way to the worker and back takes its time on an old phone.
    const [records, { wordsWait, shared }, { on }] = await Promise.all([
      journal.list(),
      journal.state(),
      journal.sync(),
    ])
    const settings = records.find(({ type }) => type === 'settings')
    find('[data-first]').hidden = settings !== undefined
    find('[data-today]').hidden = settings === undefined
    if (!settings) return
    const number = (name: string) =>
      typeof settings.fields[name] === 'number' ? settings.fields[name] : null
    const started = typeof settings.fields.lastOn === 'string' ? settings.fields.lastOn : null
    const lapses = records.filter(({ type }) => type === 'lapse').map((one) => whenOf(one).slice(0, 10))
    const free = reckonFreedom(usedOnOf(records), started, today(), lapses)
    const back = regained(free.daysInAll, {
      costADay: number('costADay'),
      minutesADay: number('minutesADay'),
    })
    const sums = [
      ...(free.thisRun === null ? [] : [page.counted('run', free.thisRun)]),
      ...(free.daysInAll === 0 ? [] : [page.counted('all', free.daysInAll)]),
      ...(free.longestRun > (free.thisRun ?? 0) && free.lapses > 0
        ? [page.counted('longest', free.longestRun)]
        : []),
      ...(back.money ? [page.sentence('money', { money: back.money })] : []),
      ...(back.hours ? [page.counted('hours', back.hours)] : []),
    ]
    find('[data-sums]').replaceChildren(
      ...sums.map((words) => Object.assign(document.createElement('li'), { textContent: words })),
    )
    const entries = records
      .filter(({ type }) => entryTypes.some((one) => one === type))
      .sort((a, b) => (whenOf(a) < whenOf(b) ? 1 : -1))
      .slice(0, mostShown)
    const isOnlyHere = entries.length > 0 && !wordsWait && !on
    find('[data-words-wait]').hidden = entries.length === 0 || !wordsWait
    find('[data-only-here]').hidden = !isOnlyHere || shared
    find('[data-only-page]').hidden = !isOnlyHere || !shared
    find('[data-nothing]').hidden = entries.length > 0
    find('[data-entries]').replaceChildren(
      ...entries.map((entry) =>
        page.line('entry', {
          what: page.sentence(kindOf(entry)),
          when: shortWhen(whenOf(entry)),
          words: inWords(page, entry),
        }),
      ),
    )
  }
  page.onSubmit('[data-first]', async (form) => {
    const typed = page.read(form)
    const amount = (name: string) => (typed.has(name) ? Number(typed.get(name)?.[0]) : null)
    await journal.put({
      type: 'settings',
      fields: {
        product: typed.get('product')?.[0] ?? 'leaf',
        aim: typed.get('aim')?.[0] ?? 'stop',
        lastOn: typed.get('lastOn')?.[0] ?? null,
        costADay: amount('costADay'),
        minutesADay: amount('minutesADay'),
      },
    })
    await draw()
  })
  journal.on('change', () => void draw())
  await draw()
})
