/** A browser that listens: gives the next event's lines, without the heartbeats. */
export function listener(answer: Response) {
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  return {
    next: async () => {
      while (!text.includes('\n\n')) {
        const { value, done } = await reader.read()
        if (done) throw new Error('The stream ended.')
        text += decoder.decode(value, { stream: true })
      }
      const [first = '', ...rest] = text.split('\n\n')
      text = rest.join('\n\n')
      return first
    },
    leave: () => reader.cancel(),
    /** What was announced just before may still arrive; a browser knows it by its id. */
    nextWith: async function (words: string) {
      for (;;) {
        const event = await this.next()
        if (event.includes(words)) return event
      }
    },
  }
}
