import { Prisma } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import type { AwardLevel, NomineeKind } from './form.ts'

/** One nominee, as the version says that is looked at. */
export interface Nominee {
  recordId: string
  /** KT-001 */
  code: string
  state: string
  /** The unit that nominates. */
  unitCode: string
  version: number
  /** 0: the head has let nothing through yet. */
  passedVersion: number
  waitsFor: string | null
  title: string
  kind: NomineeKind
  level: AwardLevel
  name: string
  nameFolded: string
  /** A known person; null: a collective, or somebody whose name was typed. */
  personId: string | null
  /** The collective's own unit; of a person the unit that nominates. */
  ofUnit: string
  position: string
  personKind: string
  isLeader: boolean
  isDirectWorker: boolean
  isWoman: boolean
  isModel: boolean
  isExemplary: boolean | null
  cityTasks: boolean | null
  unitTasks: boolean | null
  /** The achievement in one sentence, for lists. */
  summary: string
  dossierId: string | null
}

export interface WantedNominees {
  campaignId: string
  unitCode?: string
  /** All states when there are none. */
  states?: readonly string[]
  recordIds?: readonly string[]
  /**
   * `passed` (what it is when nothing is said): what the heads have let through, for everybody outside the units. `newest`: what the
   * units are working on, what waits at the gate included; only for people of the unit, its council among them.
   */
  version?: 'passed' | 'newest'
}

/** The nominees of a campaign in the order of their numbers: one statement, however many there are. */
export async function nomineesOf(
  tx: Tx,
  { campaignId, version = 'passed', ...wanted }: WantedNominees,
): Promise<Nominee[]> {
  const seen = version === 'passed' ? Prisma.sql`r.passed_version` : Prisma.sql`r.version`
  const { unitCode, states, recordIds } = wanted
  const conditions = [
    Prisma.sql`r.campaign_id = ${campaignId}::uuid AND r.kind = 'nomination'`,
    ...(unitCode === undefined ? [] : [Prisma.sql`r.unit_code = ${unitCode}`]),
    ...(states === undefined ? [] : [Prisma.sql`r.state = ANY (${[...states]}::text[])`]),
    ...(recordIds === undefined ? [] : [Prisma.sql`r.id = ANY (${[...recordIds]}::uuid[])`]),
  ]
  return tx.$queryRaw<Nominee[]>`
    SELECT r.id AS "recordId", r.code, r.state, r.unit_code AS "unitCode", f.version, r.passed_version AS "passedVersion",
      r.waits_for AS "waitsFor", r.title, f.kind, f.level, f.name, f.name_folded AS "nameFolded", f.person_id AS "personId",
      f.unit_code AS "ofUnit", f.position, f.person_kind AS "personKind", f.is_leader AS "isLeader",
      f.is_direct_worker AS "isDirectWorker", f.is_woman AS "isWoman", f.is_model AS "isModel", f.is_exemplary AS "isExemplary",
      f.city_tasks AS "cityTasks", f.unit_tasks AS "unitTasks", v.answers->'summary'->>'value' AS summary, m.dossier_id AS "dossierId"
    FROM record r JOIN nomination_fact f ON f.record_id = r.id AND f.version = ${seen}
      JOIN record_version v ON v.record_id = f.record_id AND v.version = f.version
      LEFT JOIN dossier_member m ON m.record_id = r.id
    WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY r.number`
}
