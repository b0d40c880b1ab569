import { Choices, TextField } from '../../design/index.ts'
import { type Form, typedList, typedText } from '../../platform/forms.ts'
import { useT } from '../messages.ts'
import {
  ages,
  conditions,
  goals,
  kinds,
  type OtherSubstance,
  otherSubstances,
  type Symptom,
  strengths,
  symptoms,
  tapers,
} from '../rules/answers.ts'
import { Step } from './step.tsx'

interface SectionProps {
  form: Form<unknown>
}

function useMistakeOf(form: Form<unknown>) {
  const t = useT()
  return (field: string) => {
    const key = form.mistakes[field]
    return key === undefined ? undefined : t.any(key)
  }
}

export function KratomSection({ form }: SectionProps) {
  const t = useT()
  const mistakeOf = useMistakeOf(form)
  return (
    <Step number={2} title={t('section.kratom')} hint={t('section.kratom.hint')}>
      <Choices
        type="radio"
        name="kind"
        label={t('kind.label')}
        options={kinds.map((kind) => ({
          value: kind,
          label: t(`kind.${kind}`),
          hint: kind === 'extract' || kind === 'seven_oh' ? t(`kind.${kind}.hint`) : undefined,
        }))}
        value={typedText(form, 'kind')}
        mistake={mistakeOf('kind')}
      />
      <Choices
        type="radio"
        name="goal"
        label={t('goal.label')}
        options={goals.map((goal) => ({ value: goal, label: t(`goal.${goal}`) }))}
        value={typedText(form, 'goal')}
        mistake={mistakeOf('goal')}
      />
      <div class="when-stopping">
        <h3>{t('last_dose.group')}</h3>
        <TextField
          name="last_dose"
          label={t('last_dose.label')}
          hint={t('last_dose.hint')}
          inputmode="decimal"
          maxlength={10}
          autocomplete="off"
          short
          value={typedText(form, 'last_dose')}
          mistake={mistakeOf('last_dose')}
        />
        <Choices
          type="radio"
          name="last_dose_unit"
          label={t('last_dose_unit.label')}
          row
          options={[
            { value: 'hours', label: t('last_dose_unit.hours') },
            { value: 'days', label: t('last_dose_unit.days') },
          ]}
          value={typedText(form, 'last_dose_unit')}
          mistake={mistakeOf('last_dose_unit')}
        />
      </div>
      <div class="when-cutting">
        <h3>{t('taper.group')}</h3>
        <Choices
          type="radio"
          name="taper"
          label={t('taper.label')}
          options={[
            { value: '', label: t('taper.none') },
            ...tapers.map((taper) => ({ value: taper, label: t(`taper.${taper}`) })),
          ]}
          value={typedText(form, 'taper')}
          mistake={mistakeOf('taper')}
        />
      </div>
      <TextField
        name="doses"
        label={t('doses.label')}
        hint={t('doses.hint')}
        inputmode="numeric"
        maxlength={10}
        autocomplete="off"
        short
        value={typedText(form, 'doses')}
        mistake={mistakeOf('doses')}
      />
    </Step>
  )
}

const hintedSubstances: OtherSubstance[] = ['benzodiazepines', 'barbiturates', 'opioids']

export function OthersSection({ form }: SectionProps) {
  const t = useT()
  const mistakeOf = useMistakeOf(form)
  const chosen = typedList(form, 'other')
  return (
    <Step number={3} title={t('section.others')} hint={t('section.others.hint')}>
      <fieldset class="choices">
        <legend>{t('other.label')}</legend>
        <div class="choice-list">
          {otherSubstances.map((substance) => {
            const days = `other_${substance}_days`
            const label = t(`other.${substance}`)
            const hint = hintedSubstances.includes(substance) ? t.any(`other.${substance}.hint`) : undefined
            return (
              <div class="other" key={substance}>
                <label class="choice">
                  <input
                    type="checkbox"
                    name="other"
                    value={substance}
                    checked={chosen.includes(substance)}
                  />
                  <span>
                    {label}
                    {hint && <span class="choice-hint">{hint}</span>}
                  </span>
                </label>
                <div class="other-days">
                  <TextField
                    name={days}
                    label={t('other.days_for', { substance: label })}
                    hint={t('other.days.hint')}
                    inputmode="numeric"
                    maxlength={10}
                    autocomplete="off"
                    short
                    value={typedText(form, days)}
                    mistake={mistakeOf(days)}
                  />
                </div>
              </div>
            )
          })}
        </div>
      </fieldset>
    </Step>
  )
}

export function DoctorSection({ form }: SectionProps) {
  const t = useT()
  const mistakeOf = useMistakeOf(form)
  return (
    <Step number={4} title={t('section.doctor')} hint={t('section.doctor.hint')}>
      <Choices
        type="checkbox"
        name="condition"
        label={t('condition.label')}
        options={conditions.map((condition) => ({
          value: condition,
          label: t(`condition.${condition}`),
          hint:
            condition === 'opioid_blocker' || condition === 'risky_remedies'
              ? t(`condition.${condition}.hint`)
              : undefined,
        }))}
        value={typedList(form, 'condition')}
      />
      <Choices
        type="radio"
        name="age"
        label={t('age.label')}
        row
        options={[
          { value: '', label: t('age.none') },
          ...ages.map((age) => ({ value: age, label: t(`age.${age}`) })),
        ]}
        value={typedText(form, 'age')}
        mistake={mistakeOf('age')}
      />
    </Step>
  )
}

export function SymptomsSection({ form }: SectionProps) {
  const t = useT()
  return (
    <Step number={5} title={t('section.symptoms')} hint={t('section.symptoms.hint')}>
      {symptoms.map((symptom) => (
        <Scale key={symptom} symptom={symptom} form={form} />
      ))}
    </Step>
  )
}

function Scale({ symptom, form }: SectionProps & { symptom: Symptom }) {
  const t = useT()
  const name = `symptom_${symptom}`
  const mistake = useMistakeOf(form)(name)
  const value = typedText(form, name)
  return (
    <fieldset
      class="scale"
      id={name}
      tabindex={-1}
      {...(mistake ? { 'aria-describedby': `${name}-mistake` } : {})}
    >
      <legend>{t(`symptom.${symptom}`)}</legend>
      <div class="scale-steps">
        {strengths.map((strength) => (
          <label class="scale-step" key={strength}>
            <input type="radio" name={name} value={strength} checked={strength === value} />
            <span>{t(`strength.${strength}`)}</span>
          </label>
        ))}
      </div>
      {mistake && (
        <p class="mistake" id={`${name}-mistake`}>
          {mistake}
        </p>
      )}
    </fieldset>
  )
}
