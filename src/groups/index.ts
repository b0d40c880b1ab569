export type { KindGuide, MeetingFormat } from './guides.ts'
export { guideOf } from './guides.ts'
export { homeOf, listAtHome, setHome } from './home.store.ts'
export { putImportedGroups } from './imported.store.ts'
export type { HostInvitation } from './invitations.store.ts'
export {
  acceptInvitation,
  addInvitation,
  findByHandle,
  findInvitation,
  listInvitations,
  removeInvitation,
  stepBack,
} from './invitations.store.ts'
export type {
  Circle,
  Group,
  GroupDraft,
  GroupKind,
  GroupRole,
  Practice,
  Purpose,
} from './kinds.ts'
export { circles, groupKinds, isYoung, practices, purposes, spiritualities } from './kinds.ts'
export { languagesWith } from './languages.ts'
export type { GroupMember } from './membership.store.ts'
export {
  countGroupMembers,
  isMemberOf,
  joinGroup,
  leaveGroup,
  listGroupMembers,
  listGroupsOf,
  lockGroup,
  roleIn,
} from './membership.store.ts'
export { groupWords, useGroupWords } from './messages.ts'
export type { GroupFilters } from './store.ts'
export {
  addGroup,
  changeGroup,
  closeGroup,
  countGroupsByKind,
  findGroup,
  findGroupById,
  getGroup,
  groupNameTag,
  listGroups,
  touchGroup,
  touchGroups,
} from './store.ts'
export { Agenda } from './views/agenda.tsx'
