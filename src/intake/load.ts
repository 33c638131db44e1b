import type { ChannelName } from '../channels/channel.ts'
import type { Pending } from '../conversation/draft.ts'
import type { Json, Params } from '../conversation/field.ts'
import type { HeldRole, Person } from '../people/person.ts'
import type { Tx } from '../store/transaction.ts'
import type { Locale } from '../texts.ts'
import type { PromptState } from './prompt-state.ts'

/** A running draft as stored: answers are still JSON, because only its form knows how to read them. */
export interface StoredDraft {
  id: string
  form: string
  formVersion: number
  params: Params
  position: string
  pending: Pending | null
  revision: number
  answers: Readonly<Record<string, Json>>
}

/** Everything one event needs to know, read after the locks are held. */
export interface Scene {
  account: { id: string; channel: ChannelName; isActive: boolean }
  person: Person | null
  promptNo: number
  prompt: PromptState | null
  draft: StoredDraft | null
  campaignHash: string | null
}

interface Row {
  channel: ChannelName
  is_active: boolean
  person: Omit<Person, 'roles'> | null
  roles: HeldRole[] | null
  prompt_no: number
  prompt: PromptState | null
  draft: StoredDraft | null
  answers: Record<string, Json> | null
  campaign_hash: string | null
}

/** Reads the scene in one statement of its own, so that it sees what the previous holder of the locks has committed. */
export async function loadScene(tx: Tx, accountId: string, today: string): Promise<Scene> {
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT a.channel, a.state = 'ACTIVE' AS is_active, c.prompt_no, c.prompt,
      CASE WHEN p.id IS NOT NULL THEN
        jsonb_build_object('id', p.id, 'fullName', p.full_name, 'givenName', p.given_name, 'locale', p.locale) END AS person,
      (SELECT jsonb_agg(jsonb_build_object('role', r.role, 'unitCode', r.unit_code, 'position', r.position) ORDER BY r.valid_from, r.id)
        FROM role_assignment r
        WHERE r.person_id = p.id AND r.valid_from <= ${today} AND (r.valid_to IS NULL OR r.valid_to >= ${today})) AS roles,
      CASE WHEN d.id IS NOT NULL THEN
        jsonb_build_object('id', d.id, 'form', d.form, 'formVersion', d.form_version, 'params', d.params,
          'position', d.position, 'pending', d.pending, 'revision', d.revision) END AS draft,
      (SELECT jsonb_object_agg(n.field, n.value) FROM answer n WHERE n.draft_id = d.id) AS answers,
      (SELECT plan_hash FROM campaign WHERE is_active LIMIT 1) AS campaign_hash
    FROM account a JOIN conversation c ON c.account_id = a.id
      LEFT JOIN person p ON p.id = a.person_id AND p.erased_at IS NULL
      LEFT JOIN draft d ON d.id = c.draft_id AND d.state = 'OPEN'
    WHERE a.id = ${accountId}::uuid`
  if (!row) throw new Error('the locked account is not there')
  return {
    account: { id: accountId, channel: row.channel, isActive: row.is_active },
    person: row.person ? { ...row.person, locale: row.person.locale as Locale, roles: row.roles ?? [] } : null,
    promptNo: row.prompt_no,
    prompt: row.prompt,
    draft: row.draft ? { ...row.draft, answers: row.answers ?? {} } : null,
    campaignHash: row.campaign_hash,
  }
}
