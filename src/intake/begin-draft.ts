import type { GuestCtx } from '../features/feature.ts'
import type { StoredDraft } from './scene.ts'

/** Whose a draft is: the person's; the account's only until the person is known. */
export function ownerOf(ctx: GuestCtx): { personId: string } | { accountId: string; personId: null } {
  return ctx.person ? { personId: ctx.person.id } : { accountId: ctx.account.id, personId: null }
}

/**
 * Stores a draft that begins, in the place of an open one of the same form and key in which nothing was answered yet. When
 * something was, nothing is stored, and the id of that draft is returned.
 */
export async function beginDraft(ctx: GuestCtx, draft: StoredDraft, key: string): Promise<string | null> {
  const [personId, accountId] = ctx.person ? [ctx.person.id, null] : [null, ctx.account.id]
  const { id, form, formVersion, params, position } = draft
  const [row] = await ctx.tx.$queryRaw<{ id: string | null }[]>`
    WITH open AS (
      SELECT d.id, EXISTS (SELECT FROM answer a WHERE a.draft_id = d.id) AS has_answers FROM draft d
      WHERE d.form = ${form} AND d.key = ${key} AND d.state = 'OPEN'
        AND (d.person_id = ${personId}::uuid OR ${personId}::uuid IS NULL AND d.person_id IS NULL AND d.account_id = ${accountId}::uuid)
    ), replaced AS (
      UPDATE draft SET state = 'CANCELLED' FROM open WHERE draft.id = open.id AND NOT open.has_answers
    ), begun AS (
      INSERT INTO draft (id, person_id, account_id, form, form_version, key, params, position, created_at, updated_at)
      SELECT ${id}::uuid, ${personId}::uuid, ${accountId}::uuid, ${form}, ${formVersion}::int, ${key},
        ${JSON.stringify(params)}::jsonb, ${position}, ${ctx.now}::timestamptz, ${ctx.now}::timestamptz
      WHERE NOT EXISTS (SELECT FROM open WHERE has_answers)
    )
    SELECT (SELECT id FROM open WHERE has_answers ORDER BY id LIMIT 1) AS id`
  return row?.id ?? null
}
