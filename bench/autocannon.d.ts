declare module 'autocannon' {
  export interface Request {
    method?: string
    path?: string
    headers?: Record<string, string>
    body?: string
  }

  interface Client {
    setRequests(requests: Request[]): void
  }

  interface Options {
    url: string
    connections: number
    duration?: number
    amount?: number
    timeout?: number
    requests?: Request[]
    setupClient?: (client: Client) => void
  }

  interface Run extends Promise<{ errors: number; timeouts: number }> {
    on(
      event: 'response',
      listener: (client: Client, status: number, bytes: number, milliseconds: number) => void,
    ): Run
  }

  export default function autocannon(options: Options): Run
}
