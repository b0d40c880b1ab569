import type { Database, Transaction } from '../platform/database/index.ts'

/** One group is home, or none; nobody sees it unless it is shown. */
export async function setHome(
  tx: Transaction,
  memberId: string,
  groupId: string,
  home: { is: boolean; shown: boolean },
): Promise<void> {
  // The other one first: there is never more than one.
  if (home.is)
    await tx`update group_members set is_home = false, home_shown = false
      where member_id = ${memberId} and is_home and group_id <> ${groupId}`
  await tx`update group_members set is_home = ${home.is}, home_shown = ${home.is && home.shown}
    where member_id = ${memberId} and group_id = ${groupId}`
}

export interface Home {
  isHome: boolean
  homeShown: boolean
}

export async function homeOf(db: Database, groupId: string, memberId: string): Promise<Home | undefined> {
  const [row] = await db<Home[]>`select is_home, home_shown from group_members
    where group_id = ${groupId} and member_id = ${memberId}`
  return row
}

/** Those who let the members see that this group is their home. */
export async function listAtHome(db: Database, groupId: string): Promise<string[]> {
  const rows = await db<
    { handle: string }[]
  >`select handle from group_members join members on members.id = member_id
    where group_id = ${groupId} and home_shown order by handle limit 200`
  return rows.map((row) => row.handle)
}
