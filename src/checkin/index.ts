export { checkin } from './routes.tsx'
