import { Button, Choices, LinkButton, TextField } from '../../../design/index.ts'
import { useT as useDeviceT } from '../../devices/messages.ts'
import { useT as useEaseT } from '../../ease/messages.ts'
import { EaseNames } from '../../ease/views/names.tsx'
import { aims, products } from '../../entries/entries.ts'
import { SheetTitles, useSheetsTitle } from '../../thinking/views/sheetTitles.tsx'
import { useT } from '../messages.ts'
import { counted } from './counted.ts'
import { Units } from './fields.tsx'
import { BookPage, Line } from './frame.tsx'

const actions = [
  { href: '/journal/check-in', key: 'today.checkin' },
  { href: '/journal/craving', key: 'today.craving' },
  { href: '/journal/dose', key: 'today.dose' },
  { href: '/journal/lapse', key: 'today.lapse' },
] as const

const more = [
  { href: '/journal/plan', key: 'today.plan' },
  { href: '/journal/picture', key: 'picture.title' },
  { href: '/journal/look-back', key: 'back.title' },
  { href: '/journal/handover', key: 'handover.title' },
  { href: '/journal/taper', key: 'today.taper' },
  { href: '/journal/entries', key: 'today.entries' },
  { href: '/journal/data', key: 'data.title' },
  { href: '/journal/devices', key: 'today.devices' },
] as const

export function TodayPage() {
  const t = useT()
  const ease = useEaseT()
  const sheetsTitle = useSheetsTitle()
  const device = useDeviceT()
  return (
    <BookPage
      title={t('today.title')}
      island="journal/today"
      sentences={{
        ...counted('run', (days) => t('today.run', { days })),
        ...counted('all', (days) => t('today.all', { days })),
        ...counted('longest', (days) => t('today.longest', { days })),
        ...counted('hours', (hours) => t('today.hours', { hours })),
        money: t('today.money', { money: '{money}' }),
      }}
    >
      <form class="card" data-first hidden>
        <h2>{t('first.title')}</h2>
        <Choices
          type="radio"
          name="product"
          label={t('first.product')}
          row
          options={products.map((value) => ({ value, label: t(`product.${value}`) }))}
        />
        <Choices
          type="radio"
          name="aim"
          label={t('first.aim')}
          row
          options={aims.map((value) => ({ value, label: t(`aim.${value}`) }))}
        />
        <details class="more">
          <summary>{t('first.more')}</summary>
          <TextField name="lastOn" type="date" label={t('first.lastOn')} optional short />
          <TextField name="costADay" type="number" min={0} label={t('first.cost')} optional short />
          <TextField
            name="minutesADay"
            type="number"
            min={0}
            max={1440}
            label={t('first.minutes')}
            optional
            short
          />
        </details>
        <Button>{t('first.go')}</Button>
      </form>
      <div data-today hidden>
        <ul class="sums" data-sums />
        <nav class="acts" aria-label={t('today.acts')}>
          {actions.map(({ href, key }, index) => (
            <a key={href} href={href} class={index < 2 ? 'button primary' : 'button plain'}>
              {t(key)}
            </a>
          ))}
        </nav>
        <h2>{t('today.last')}</h2>
        <p class="soft" data-nothing hidden>
          {t('today.nothing')}
        </p>
        <ul class="rows" data-entries />
        <section class="card" data-words-wait hidden>
          <h2>{device('words.wait.title')}</h2>
          <p>{device('words.wait.text')}</p>
          <LinkButton href="/journal/words">{device('words.wait.go')}</LinkButton>
        </section>
        <nav class="buttons" aria-label={t('today.more')}>
          <LinkButton href="/journal/ease">{ease('menu')}</LinkButton>
          {more.map(({ href, key }) => (
            <LinkButton key={href} href={href}>
              {t(key)}
            </LinkButton>
          ))}
          <LinkButton href="/journal/sheets">{sheetsTitle}</LinkButton>
        </nav>
        <p class="soft" data-only-here hidden>
          {device('device.sync.is-off')} {device('device.sync.only-here')}
        </p>
        <p class="soft" data-only-page hidden>
          {device('device.shared')}
        </p>
      </div>
      <Line name="entry">
        <li>
          <strong data-gap="what" /> <time class="soft" data-gap="when" />
          <p data-gap="words" dir="auto" />
        </li>
      </Line>
      <EntryWords />
    </BookPage>
  )
}

const types = ['checkin', 'craving', 'dose', 'lapse', 'ease', 'score', 'sheet'] as const

const scaleIds = ['phq8', 'gad7', 'barc10'] as const

/** The names of the kinds of entry, and what is said of each, for the script. */
export function EntryWords() {
  const t = useT()
  return (
    <>
      {types.map((type) => (
        <template key={type} data-say={`type.${type}`}>
          {t(`type.${type}`)}
        </template>
      ))}
      <template data-say="mood">{t('entry.mood', { mood: '{mood}' })}</template>
      <template data-say="strength">{t('entry.strength', { strength: '{strength}' })}</template>
      {scaleIds.map((scale) => (
        <template key={scale} data-say={`score.${scale}`}>
          {t(`entry.${scale}`, { sum: '{sum}', of: '{of}' })}
        </template>
      ))}
      <Units />
      <EaseNames />
      <SheetTitles />
    </>
  )
}
