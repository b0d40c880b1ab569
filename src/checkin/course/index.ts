export {
  type Course,
  concentrated,
  dayOf,
  leaf,
  type Part,
  type Phase,
  partsOf,
  phaseAt,
  tailWeeks,
} from './course.rules.ts'
