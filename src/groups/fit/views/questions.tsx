import { Button, Choices, Form, LinkButton, Select, TextField } from '../../../design/index.ts'
import { languageName } from '../../../platform/languages.ts'
import { useVisit } from '../../../platform/visit.ts'
import { circles, purposes } from '../../index.ts'
import { type AskedAnswers, likes, parts, spirits, ways } from '../answers.ts'
import { useT } from '../messages.ts'

export interface QuestionsProps {
  asked: AskedAnswers
  zone: string
  /** Languages in which there is a group. */
  languages: string[]
  /** What is wrong with the town, as a key of ours. */
  townMistake: 'town.unknown' | 'town.long' | undefined
  /** Beside a result the form is quieter and leads to the same page again. */
  again?: boolean
}

export function Questions({ asked, zone, languages, townMistake, again = false }: QuestionsProps) {
  const t = useT()
  const { answers, town } = asked
  const question = !again
  return (
    <Form action="/groups/fit" method="get" class={again ? 'fit-form again' : 'fit-form'}>
      <Choices
        type="radio"
        name="purpose"
        label={t('purpose.label')}
        question={question}
        row
        value={answers.purpose ?? ''}
        options={[
          ...purposes.map((value) => ({ value, label: t(`purpose.${value}`) })),
          { value: '', label: t('purpose.none') },
        ]}
      />
      <Choices
        type="checkbox"
        name="like"
        label={t('like.label')}
        hint={t('like.hint')}
        question={question}
        row
        value={answers.likes}
        options={likes.map((value) => ({ value, label: t(`like.${value}`) }))}
      />
      <Choices
        type="radio"
        name="spirit"
        label={t('spirit.label')}
        question={question}
        row
        value={answers.spirit}
        options={spirits.map((value) => ({ value, label: t(`spirit.${value}`) }))}
      />
      <Choices
        type="radio"
        name="way"
        label={t('way.label')}
        question={question}
        row
        value={answers.way}
        options={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
      />
      <TextField
        name="town"
        label={t('town.label')}
        hint={t('town.hint')}
        mistake={townMistake && t(townMistake, { town })}
        value={town}
        maxlength={80}
        autocomplete="off"
        optional
      />
      <WhenFree {...{ asked, zone, question }} />
      <LanguageAndCircles {...{ asked, languages, question }} />
      {answers.day !== null && <input type="hidden" name="day" value={answers.day} />}
      <div class="buttons">
        <Button>{t(again ? 'submit.again' : 'submit')}</Button>
        {again && (
          <LinkButton href="/groups/fit" kind="quiet">
            {t('reset')}
          </LinkButton>
        )}
      </div>
    </Form>
  )
}

type Part = Pick<QuestionsProps, 'asked'> & { question: boolean }

function WhenFree({ asked, zone, question }: Part & { zone: string }) {
  const t = useT()
  return (
    <fieldset class="choices fit-when">
      <legend class={question ? 'question' : ''}>{t('free.label')}</legend>
      <p class="hint">{t('free.hint')}</p>
      {(['weekday', 'weekend'] as const).map((days) => (
        <Choices
          key={days}
          type="checkbox"
          name="free"
          id={`free-${days}`}
          label={t(`free.${days}`)}
          row
          value={asked.answers.free}
          options={parts.map((part) => ({ value: `${days}_${part}`, label: t(`part.${part}`) }))}
        />
      ))}
      <Select
        name="zone"
        label={t('zone.label')}
        value={zone}
        options={zonesWith(zone).map((value) => ({
          value,
          label: value.replaceAll('_', ' '),
          asWritten: true,
        }))}
      />
    </fieldset>
  )
}

function LanguageAndCircles({ asked, languages, question }: Part & { languages: string[] }) {
  const t = useT()
  const { locale } = useVisit()
  const { answers } = asked
  const offered = new Set([locale.slice(0, 2), ...languages, ...(answers.language ? [answers.language] : [])])
  return (
    <fieldset class="choices">
      <legend class={question ? 'question' : ''}>{t('more.label')}</legend>
      <Select
        name="language"
        label={t('language.label')}
        value={answers.language ?? ''}
        short
        options={[
          { value: '', label: t('language.any') },
          ...[...offered].map((value) => ({ value, label: languageName(value, locale), asWritten: true })),
        ]}
      />
      <Choices
        type="checkbox"
        name="circle"
        label={t('circle.label')}
        hint={t('circle.hint')}
        row
        value={answers.circles}
        options={circles.map((value) => ({ value, label: t(`circle.${value}`) }))}
      />
    </fieldset>
  )
}

const allZones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

/** Also one under an old name, such as Asia/Calcutta. */
export function zonesWith(zone: string): string[] {
  return allZones.includes(zone) ? allZones : [zone, ...allZones]
}
