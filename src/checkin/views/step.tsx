import type { ComponentChildren } from 'preact'
import { Card } from '../../design/index.ts'
import { useT } from '../messages.ts'

interface StepProps {
  number: number
  title: string
  hint: string
  children: ComponentChildren
}

const steps = 5

/** One of the five parts of the form, all on one page so that nothing is lost on the way. */
export function Step({ number, title, hint, children }: StepProps) {
  const t = useT()
  return (
    <Card class="step">
      <p class="step-number">{t('step', { number, of: steps })}</p>
      <h2>{title}</h2>
      <p class="soft">{hint}</p>
      {children}
    </Card>
  )
}
