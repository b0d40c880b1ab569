import { products } from '../../entries/entries.ts'
import { useT } from '../messages.ts'

const levels = [0, 1, 2, 3, 4] as const

/** One symptom, from not at all to hardly bearable. */
export function LevelField({ symptom }: { symptom: string }) {
  const t = useT()
  return <ScaleField name={`level.${symptom}`} legend={t.any(`symptom.${symptom}`)} />
}

/** From not at all to hardly bearable: five large answers under the thumb. */
export function ScaleField({ name, legend }: { name: string; legend: string }) {
  const t = useT()
  return (
    <fieldset class="scale">
      <legend>{legend}</legend>
      <div class="scale-steps">
        {levels.map((level) => (
          <label class="scale-step" key={level}>
            <input type="radio" name={name} value={level} />
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

/** An amount of each product with its unit, for the script. An extract counts what its label counts. */
export function Units() {
  const t = useT()
  return (
    <>
      {products.map((product) => (
        <template key={product} data-say={`unit.${product}`}>
          {t(`unit.${product}`, { amount: '{amount}' })}
        </template>
      ))}
    </>
  )
}
