import type { Person } from '../../people/person.ts'
import type { Initiative, Prisma } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'
import { countedStates, effectiveStates, type InitiativeAction, moves } from './rules.ts'
import { foldTitle, mostAlike, tellingWords } from './similar.ts'

/** The record with this id in the campaign, or null. */
export function findInitiative(tx: Tx, campaignId: string, id: string): Promise<Initiative | null> {
  if (!/^[0-9a-f-]{36}$/.test(id)) return Promise.resolve(null)
  return tx.initiative.findFirst({ where: { id, campaignId } })
}

/** What the person registered, newest first. */
export function initiativesOf(tx: Tx, campaignId: string, personId: string): Promise<Initiative[]> {
  return tx.initiative.findMany({ where: { campaignId, authorId: personId }, orderBy: { registeredAt: 'desc' } })
}

/**
 * The next running code of the campaign, SK-001 upward. Held until the transaction ends, so that two people who register
 * at the same moment get two codes.
 */
export async function nextCode(tx: Tx, campaignId: string): Promise<string> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`initiative-code:${campaignId}`}, 0))`
  const [row] = await tx.$queryRaw<{ last: number | null }[]>`
    SELECT max(substring(code FROM 4)::int) AS last FROM initiative WHERE campaign_id = ${campaignId}::uuid AND code ~ '^SK-[0-9]+$'`
  return `SK-${String((row?.last ?? 0) + 1).padStart(3, '0')}`
}

export interface SimilarTitle {
  id: string
  code: string
  title: string
  titleFolded: string
  unitCode: string
}

/**
 * Up to three registered titles of the campaign that are much alike. The database counts shared words and hands over
 * only the best thirty; the judgement is `mostAlike`.
 */
export async function similarTitles(
  tx: Tx,
  campaignId: string,
  title: string,
  except: string | null,
): Promise<SimilarTitle[]> {
  const words = tellingWords(foldTitle(title))
  if (words.length === 0) return []
  const candidates = await tx.$queryRaw<SimilarTitle[]>`
    SELECT id, code, title, title_folded AS "titleFolded", unit_code AS "unitCode" FROM (
      SELECT i.*, (SELECT count(*) FROM unnest(${words}::text[]) word WHERE ' ' || i.title_folded || ' ' LIKE '% ' || word || ' %') AS shared
      FROM initiative i
      WHERE i.campaign_id = ${campaignId}::uuid AND i.state::text <> ALL (ARRAY['WITHDRAWN', 'REJECTED'])
        AND i.id IS DISTINCT FROM ${except}::uuid
    ) counted WHERE shared * 3 >= least(${words.length}::int, cardinality(string_to_array(title_folded, ' '))) ORDER BY shared DESC, code LIMIT 30`
  return mostAlike(title, candidates, 3)
}

/** Makes the move if the record still stands where the move begins. False: somebody was faster. */
export async function move(
  tx: Tx,
  initiative: Pick<Initiative, 'id' | 'state'>,
  action: InitiativeAction,
  now: Date,
): Promise<boolean> {
  const data: Prisma.InitiativeUpdateManyMutationInput = { state: moves[action].to, updatedAt: now }
  if (action === 'receive') data.receivedAt = now
  if (action === 'return') data.receivedAt = null
  const { count } = await tx.initiative.updateMany({
    where: { id: initiative.id, state: initiative.state, ...(action === 'receive' ? { receivedAt: null } : {}) },
    data,
  })
  return count === 1
}

/** Whether the unit still has an initiative that counts as registered. */
export async function hasCounted(tx: Tx, campaignId: string, unitCode: string): Promise<boolean> {
  const found = await tx.initiative.findFirst({
    where: { campaignId, unitCode, state: { in: [...countedStates] } },
    select: { id: true },
  })
  return found !== null
}

/** Registered forms that wait for being received, or for the head's word; oldest first. */
export function waitingInitiatives(
  tx: Tx,
  campaignId: string,
  wanted: { unreceived: boolean; ofUnits: readonly string[] },
  person: Person,
): Promise<Initiative[]> {
  return tx.initiative.findMany({
    where: {
      campaignId,
      state: 'REGISTERED',
      authorId: { not: person.id },
      OR: [...(wanted.unreceived ? [{ receivedAt: null }] : []), { unitCode: { in: [...wanted.ofUnits] } }],
    },
    orderBy: { registeredAt: 'asc' },
    take: 200,
  })
}

export interface InitiativeCounts {
  /** Registered or later, not rejected, not withdrawn: the base of C20. */
  registered: number
  /** Confirmed as effectively applied or replicated: the numerator of C20. */
  effective: number
  /** Units with at least one that counts: the numerator of C19 when the sub-units are asked for. */
  unitsWithOne: ReadonlySet<string>
}

/** What C15, C19 and C20 count among these units (plan §9.5). */
export async function countsFor(tx: Tx, campaignId: string, unitCodes: readonly string[]): Promise<InitiativeCounts> {
  const groups = await tx.initiative.groupBy({
    by: ['unitCode', 'state'],
    where: { campaignId, unitCode: { in: [...unitCodes] }, state: { in: [...countedStates] } },
    _count: { _all: true },
  })
  const effective: readonly string[] = effectiveStates
  return {
    registered: groups.reduce((sum, group) => sum + group._count._all, 0),
    effective: groups.reduce((sum, group) => sum + (effective.includes(group.state) ? group._count._all : 0), 0),
    unitsWithOne: new Set(groups.map(group => group.unitCode)),
  }
}
