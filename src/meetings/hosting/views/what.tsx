import { Button, Card, Choices, Select } from '../../../design/index.ts'
import {
  type GroupKind,
  groupKinds,
  guideOf,
  languagesWith,
  practices,
  useGroupWords,
} from '../../../groups/index.ts'
import { typedList, typedText } from '../../../platform/forms.ts'
import { languageName } from '../../../platform/languages.ts'
import { accesses, terrains } from '../../meeting.ts'
import { useT } from '../messages.ts'
import type { Leader } from '../store.ts'
import { Line, Lines, type Part, useMistake } from './fields.tsx'

/** What happens there, part by part. A ready plan is filled in by the server, so that it needs no script. */
export function What({ form, kind }: Part & { kind: GroupKind }) {
  const t = useT()
  const words = useGroupWords()
  const kinds = [kind, ...groupKinds.filter((one) => one !== kind)]
  const formats = kinds.flatMap((one) => guideOf(one).formats)
  return (
    <Card title={t('host.what')} id="what">
      <div class="host-fill">
        <Select
          name="format"
          label={t('host.format')}
          hint={t('host.formatHint')}
          value={typedText(form, 'format')}
          options={[
            { value: '', label: t('host.format.none') },
            ...formats.map(({ id }) => ({ value: id, label: words.any(`format.${id}`) })),
          ]}
        />
        <Button kind="plain" name="do" value="fill">
          {t('host.fill')}
        </Button>
      </div>
      <Lines
        {...{ form }}
        name="agenda"
        label={t('host.agenda')}
        hint={t('host.agendaHint')}
        maxlength={8000}
        rows={8}
        optional
      />
    </Card>
  )
}

/** For meditation, yoga and walks. Folded away where nobody moves. */
export function Body({ form, kind, hosts }: Part & { kind: GroupKind; hosts: Leader[] }) {
  const t = useT()
  const mistake = useMistake(form)
  const practice = typedText(form, 'practice')
  const hasMistake = ['practice', 'bring', 'consent', 'meetingPoint', 'distanceKm', 'weatherPlan'].some(
    (field) => form.mistakes[field],
  )
  return (
    <details class="more host-body" id="body" open={kind === 'holistic' || practice !== '' || hasMistake}>
      <summary>{t('host.body')}</summary>
      <Choices
        type="radio"
        row
        name="practice"
        label={t('host.practice')}
        value={practice}
        options={[
          { value: '', label: t('host.practice.none') },
          ...practices.map((value) => ({ value, label: t(`host.practice.${value}`) })),
        ]}
        mistake={mistake('practice')}
      />
      <div class="for-practice">
        <div class="for-walk">
          <Walk {...{ form }} />
        </div>
        <Lines {...{ form }} name="bring" label={t('host.bring')} maxlength={1000} rows={2} optional />
        <Lines
          {...{ form }}
          name="consent"
          label={t('host.consent')}
          hint={t('host.consentHint')}
          maxlength={1000}
          rows={4}
          optional
        />
        {hosts.length > 0 && (
          <Choices
            type="checkbox"
            name="leaders"
            label={t('host.leaders')}
            hint={t(hosts.length > 1 ? 'host.leadersHint' : 'host.leadersAlone')}
            value={typedList(form, 'leaders')}
            options={hosts.map(({ memberId, handle }) => ({
              value: memberId,
              label: handle,
              asWritten: true,
            }))}
            row
          />
        )}
      </div>
    </details>
  )
}

function Walk({ form }: Part) {
  const t = useT()
  const mistake = useMistake(form)
  return (
    <>
      <p class="hint">{t('host.walkHint')}</p>
      <Lines
        {...{ form }}
        name="meetingPoint"
        label={t('host.meetingPoint')}
        hint={t('host.meetingPointHint')}
        maxlength={500}
        rows={2}
      />
      <div class="host-pair">
        <Line
          {...{ form }}
          name="distanceKm"
          label={t('host.distance')}
          inputmode="decimal"
          maxlength={6}
          optional
        />
        <Select
          name="terrain"
          label={t('host.terrain')}
          value={typedText(form, 'terrain')}
          options={[
            { value: '', label: t('host.terrain.none') },
            ...terrains.map((value) => ({ value, label: t(`host.terrain.${value}`) })),
          ]}
          mistake={mistake('terrain')}
        />
      </div>
      <Lines
        {...{ form }}
        name="weatherPlan"
        label={t('host.weatherPlan')}
        maxlength={1000}
        rows={2}
        optional
      />
    </>
  )
}

const whoFields = ['access', 'capacity', 'language', 'language2']

/** Who can take part; all of it may be left out. */
export function Who({ form }: Part) {
  const t = useT()
  const mistake = useMistake(form)
  const isUsed = whoFields.some((name) => typedList(form, name).some(Boolean) || form.mistakes[name])
  const languages = languagesWith(typedText(form, 'language'), typedText(form, 'language2'))
  const options = languages.map((value) => ({ value, label: languageName(value, t.locale), asWritten: true }))
  return (
    <details class="more" open={isUsed}>
      <summary>{t('host.who')}</summary>
      <Choices
        type="checkbox"
        name="access"
        label={t('host.access')}
        hint={t('host.accessHint')}
        value={typedList(form, 'access')}
        options={accesses.map((value) => ({ value, label: t(`host.access.${value}`) }))}
        mistake={mistake('access')}
        row
      />
      <Line
        {...{ form }}
        name="capacity"
        label={t('host.capacity')}
        hint={t('host.capacityHint')}
        inputmode="numeric"
        maxlength={6}
        short
        optional
      />
      <div class="host-pair">
        {(['language', 'language2'] as const).map((name) => (
          <Select
            key={name}
            name={name}
            label={t(`host.${name}`)}
            value={typedText(form, name)}
            options={[{ value: '', label: t(`host.${name}.none`) }, ...options]}
            mistake={mistake(name)}
          />
        ))}
      </div>
    </details>
  )
}
