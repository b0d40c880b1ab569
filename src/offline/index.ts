export { offline } from './routes.tsx'
