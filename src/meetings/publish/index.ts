export { besidePages, published } from './routes.tsx'
