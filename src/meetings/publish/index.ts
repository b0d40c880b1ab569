export { bmlt } from './bmlt/routes.ts'
export { besidePages, published } from './routes.tsx'
