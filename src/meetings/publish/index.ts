export { bmlt } from './bmlt/routes.ts'
export { personalData } from './mine/address.store.ts'
export { ownCalendar } from './mine/routes.tsx'
export { besidePages, published } from './routes.tsx'
