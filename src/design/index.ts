export { Day } from './day.tsx'
export { Choices, Select, TextArea, TextField } from './fields.tsx'
export { Form, MistakeSummary } from './form.tsx'
export { asWritten, Html, LinkedData, PieceHere } from './html.tsx'
export { BookMark, ClockMark, MoonMark, PeopleMark } from './icons.tsx'
export { Layout } from './layout.tsx'
export {
  Button,
  Card,
  Door,
  Empty,
  formatTime,
  LinkButton,
  Notice,
  Pager,
  Tag,
  Tags,
  Time,
} from './parts.tsx'
export { showError, showNotFound } from './showErrors.tsx'
export { useStill } from './still.tsx'
export { townOfZone, zoneName } from './zoneName.ts'
