import { actingUnit } from '../campaign/acting-unit.ts'
import type { Ctx } from '../contract/feature.ts'
import { may, mayEver } from '../people/may.ts'
import type { Person } from '../people/person.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import { type AnyKind, deciding } from './kind.ts'

type Seen = Pick<StoredRecord, 'unitCode' | 'authorId' | 'version' | 'passedVersion' | 'state' | 'waitsFor' | 'topic'>

/**
 * The version that a person sees of a record: the newest for those who work on it in the unit, the newest that the head has let
 * through for everybody else (the head's gate is a wall). Null: none, which is never told apart from «there is none».
 */
export function versionSeenBy(person: Person, kind: AnyKind, record: Seen, agencies: readonly string[]): number | null {
  const { unitCode, authorId } = record
  if (worksOn(person, kind, record)) return record.version
  if (record.passedVersion === 0) return null
  const subject = { unitCode, authorId, focalAgencies: agencies }
  const isOfUnit = !kind.isPersonal && may(person, 'unit.see', { unitCode })
  const sees = isOfUnit || (kind.rights.see && may(person, kind.rights.see, subject))
  return sees ? record.passedVersion : null
}

/** Whether a person works on a record in the unit: to them the head's gate is no wall, nor was it before. */
export function worksOn(person: Person, kind: AnyKind, { unitCode, authorId }: Pick<Seen, 'unitCode' | 'authorId'>) {
  return authorId === person.id || (!kind.isPersonal && may(person, 'unit.seeDrafts', { unitCode }))
}

/** The record as the rights look at it: of an ended unit, it is in the hands of the unit that answers for that one today. */
export function answeredFor<R extends Pick<StoredRecord, 'unitCode'>>(
  ctx: Pick<Ctx, 'campaign' | 'today'>,
  record: R,
): R {
  return { ...record, unitCode: actingUnit(ctx.campaign, record.unitCode, ctx.today.toString()) }
}

/** Whether the list of the kind on the desk is of use to this person. */
export function mayOpenList(person: Person, kind: AnyKind): boolean {
  const decides = () => [kind.rights.see, ...deciding(kind)].some(right => right && mayEver(person, right))
  return (!kind.isPersonal && mayEver(person, 'campaign.see')) || decides()
}

/** The agencies in whose field a record lies. */
export function agenciesOf(
  ctx: Pick<Ctx, 'campaign' | 'today'>,
  kind: AnyKind,
  { topic }: Pick<StoredRecord, 'topic'>,
): readonly string[] {
  return kind.agencies?.(ctx, topic) ?? []
}

/** Whether the newest version waits for the head. */
export function isAtGate(kind: AnyKind, { waitsFor }: Pick<StoredRecord, 'waitsFor'>): boolean {
  return kind.rights.approve !== undefined && waitsFor === kind.rights.approve.name
}
