/** What came out: one figure for the line, and what broke the promise, each in a sentence. */
export interface Proof {
  figure: string
  broken: string[]
}

export interface Promised {
  name: string
  prove(): Promise<Proof>
}
