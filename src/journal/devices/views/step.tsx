import type { ComponentChildren } from 'preact'

interface StepProps {
  name: string
  title?: string
  children: ComponentChildren
}

/** A part of a page that its script shows when its time has come. */
export function Step({ name, title, children }: StepProps) {
  return (
    <section class="card" data-step={name} hidden>
      {title && (
        <h2 tabindex={-1} data-step-title>
          {title}
        </h2>
      )}
      {children}
    </section>
  )
}

/** A sentence for the script to say; `{count}` and the like are filled in there. */
export function Sentence({ name, text }: { name: string; text: string }) {
  return <template data-say={name}>{text}</template>
}

/** Where the script's sentences are read out. */
export function SaidHere() {
  return <p class="notice warn" role="status" data-said hidden />
}
