import { Button, Card, Form } from '../../../design/index.ts'
import type { Act, GreeterState } from '../answered.rules.ts'
import { useT } from '../messages.ts'
import { FirstAnswerGuide } from './firstAnswerGuide.tsx'

const acts = {
  off: [['join', 'greeter.join']],
  on: [
    ['here', 'greeter.iAmHere'],
    ['pause', 'greeter.pause'],
    ['leave', 'greeter.leave'],
  ],
  here: [
    ['here', 'greeter.stay'],
    ['away', 'greeter.away'],
    ['pause', 'greeter.pause'],
  ],
  paused: [
    ['resume', 'greeter.resume'],
    ['leave', 'greeter.leave'],
  ],
} as const satisfies Record<GreeterState, readonly (readonly [Act, string])[]>

/** Becoming a greeter, being here, pausing: one press each. @param until when "here" ends, in words */
export function GreeterForm({ state, until }: { state: GreeterState; until: string }) {
  const t = useT()
  return (
    <Card title={t('greeter.title')} id="greeter">
      <p>{t(`greeter.${state}`, { time: until })}</p>
      <Form action="/forum/waiting/greeter" class="buttons">
        {acts[state].map(([act, label], index) => (
          <Button key={act} kind={index === 0 ? 'primary' : 'quiet'} name="act" value={act}>
            {t(label)}
          </Button>
        ))}
      </Form>
      {state !== 'off' && <FirstAnswerGuide />}
    </Card>
  )
}
