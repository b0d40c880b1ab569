import { Agenda, type MeetingFormat, useGroupWords } from '../../index.ts'

/** The first format open, the others folded away. */
export function Agendas({ formats }: { formats: MeetingFormat[] }) {
  const words = useGroupWords()
  return (
    <>
      {formats.map((format, at) => {
        const name = words.any(`format.${format.id}`)
        return (
          <details key={format.id} class="more" open={at === 0}>
            <summary>{name}</summary>
            <Agenda name={name} parts={format.parts} ours />
          </details>
        )
      })}
    </>
  )
}
