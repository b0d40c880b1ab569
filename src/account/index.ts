export { checkAgain, enter, giveCookies } from './entering.ts'
export { confirmForm, readSecretForm } from './forms.ts'
export { handleKey, handleKeys } from './handle.rules.ts'
export { hashSecret } from './hashing.ts'
export { operatorInvites } from './invites/invites.routes.tsx'
export { InvitesLink } from './invites/views.tsx'
export { accountJobs } from './jobs.ts'
export { addMember, findSecrets, memberTag, profilesTag } from './members.store.ts'
export { passkeyWords, t as accountWords } from './messages.ts'
export { confirmedHours, isLocalName } from './office.rules.ts'
export { changeRole, listKeepers, makeOperatorLink } from './operator.store.ts'
export { forgetMember, readMember } from './readMember.ts'
export { account } from './routes.tsx'
export { dayShown, deviceLabel, localPath } from './session.rules.ts'
export {
  announceSessions,
  endAllSessions,
  markConfirmed,
  newsChannel,
  removeEnded,
} from './sessions.store.ts'
export { signInPage } from './signInPage.tsx'
export { type AnyForm, NextField, SecretConfirm, showSecretIsland } from './views/fields.tsx'
export { OfficeNotice } from './views/OfficeNotice.tsx'
export { PasskeyForm } from './views/PasskeyForm.tsx'
