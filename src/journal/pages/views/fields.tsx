import { useT } from '../messages.ts'

const levels = [0, 1, 2, 3, 4] as const

/** One symptom, from not at all to hardly bearable: five large answers under the thumb. */
export function LevelField({ symptom }: { symptom: string }) {
  const t = useT()
  return (
    <fieldset class="scale">
      <legend>{t.any(`symptom.${symptom}`)}</legend>
      <div class="scale-steps">
        {levels.map((level) => (
          <label class="scale-step" key={level}>
            <input type="radio" name={`level.${symptom}`} value={level} />
            <span>{t(`level.${level}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** From 0 to 10, with its ends in words and the number beside it. */
export function TenField({
  name,
  label,
  low,
  high,
}: {
  name: string
  label: string
  low: string
  high: string
}) {
  return (
    <div class="field ten">
      <label for={name}>{label}</label>
      <input type="range" id={name} name={name} min={0} max={10} step={1} value={5} data-ten />
      <p class="ten-ends">
        <span>{low}</span>
        <output for={name} data-ten-of={name} translate={false}>
          5
        </output>
        <span>{high}</span>
      </p>
    </div>
  )
}
