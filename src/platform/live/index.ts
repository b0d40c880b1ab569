export { Bus } from './bus.ts'
export type { LiveEvent, Message } from './circle.ts'
