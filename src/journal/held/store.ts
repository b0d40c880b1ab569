import type { Database } from '../../platform/database/index.ts'

export interface HeldTable {
  name: string
  columns: string[]
  /** Of a vault, of an account itself, or of something else that names an account. */
  of: 'vault' | 'account' | 'other'
}

/**
 * What the database of this very site has room for, as it says itself: the tables of the vaults, those of an account, and
 * every other one that names an account.
 */
export async function listHeld(db: Database): Promise<HeldTable[]> {
  return db<HeldTable[]>`
    with named as (
      select table_name::text as name, array_agg(column_name::text order by ordinal_position) as columns
      from information_schema.columns where table_schema = 'public' group by table_name
    ), naming as (
      select distinct (select relname from pg_class where oid = conrelid)::text as name
      from pg_constraint where contype = 'f' and confrelid = 'members'::regclass
    )
    select name, columns, case
      when name like 'vault%' then 'vault'
      when name in ('members', 'sessions', 'device_marks') then 'account'
      else 'other' end as of
    from named where name like 'vault%' or name = 'members' or name in (select name from naming)
    order by name`
}
