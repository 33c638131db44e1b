import type { Ctx } from '../../../contract/feature.ts'
import { unitsHeld } from '../../../people/holders.ts'
import type { CouncilKey } from '../../../store/generated/client.ts'
import type { Done } from '../done.ts'
import { type MemberWithName, membersOn } from '../members.ts'
import { waitingFor } from '../nominees.ts'
import { mayPrepare } from '../rights.ts'
import { conflictFound } from '../rules/conflict.ts'
import { rulesOf } from '../rules/rules.ts'
import { ownKey } from '../sealed/own-key.ts'
import { makeSittingKey } from '../sealed/sitting-key.ts'
import { lockSitting, type WholeSitting } from '../sitting.ts'
import { tellMembers } from '../tell.ts'
import { stepTaken } from '../written-down.ts'

/** How many members besides the chair hold a spare key at most: any two of them can open in the place of a lost chair. */
const spareKeys = 3

/**
 * Asks the members of this day to come, with what lies before them: from now on they are all members against whom is counted, the
 * sitting has its key, conflicts that can be found are found, and written opinions are taken.
 */
export async function inviteMembers(ctx: Ctx, id: string): Promise<Done> {
  const { tx, now, t, today, campaign, person } = ctx
  const sitting = await lockSitting(ctx, id, 'UPDATE')
  if (!sitting || !mayPrepare(person, campaign, sitting.unitCode)) return { ok: false, say: t('council.notAllowed') }
  if (sitting.state !== 'PREPARED') return { ok: false, say: t('council.doneBefore') }
  const members = await membersOn(tx, sitting.unitCode, today.toString())
  const part = (name: string) => members.find(one => one.part === name)
  const [chair, secretary] = [part('CHAIR'), part('SECRETARY')]
  if (!chair || !secretary || members.length < 3) return { ok: false, say: t('council.invite.problems.members') }
  const chairKey = await ownKey(tx, chair.personId)
  if (!chairKey) return { ok: false, say: t('council.invite.problems.key', { name: chair.person.fullName }) }
  const gone = await considerAnew(ctx, sitting, members)
  if (gone.length === sitting.cases.length) return { ok: false, say: t('council.invite.problems.cases') }

  const spare = await spareFor(ctx, members)
  const publicKey = await makeSittingKey(tx, id, { chair: chairKey, spare }, now)
  await tx.sittingMember.createMany({
    data: members.map(({ personId, part, position }) => ({ sittingId: id, personId, part, position })),
  })
  await tx.sitting.update({ where: { id }, data: { state: 'INVITED', invitedAt: now, publicKey } })
  const invited = await lockSitting(ctx, id, 'UPDATE')
  if (!invited) throw new Error('a sitting is gone while it is held')
  await stepTaken(ctx, invited, 'invite', { to: String(members.length) })
  await tellMembers(
    ctx,
    invited,
    members.map(({ personId }) => personId),
    'invited',
  )
  const say = t('council.invite.done', { count: members.length })
  return { ok: true, say: spare.length < 2 ? `${say} ${t('council.invite.noSpare')}` : say }
}

/** Takes the newest version of each nominee, leaves out what waits no more, and finds conflicts. Gives what was left out. */
async function considerAnew(ctx: Ctx, sitting: WholeSitting, members: readonly MemberWithName[]): Promise<string[]> {
  const { tx, now, today } = ctx
  const waiting = await waitingFor(ctx, sitting.unitCode)
  const units = await unitsHeld(
    tx,
    members.map(({ personId }) => personId),
    today,
  )
  const rules = rulesOf(sitting)
  const gone: string[] = []
  for (const { id, recordId } of sitting.cases) {
    const nominee = waiting.find(one => one.recordId === recordId)
    if (!nominee) {
      gone.push(id)
      continue
    }
    const { version, isAtGate, code, name, ofUnit: unitCode } = nominee
    await tx.sittingCase.update({ where: { id }, data: { version, isAtGate, code, nominee: name, unitCode } })
    const about = { unitCode, nomineeId: nominee.personId, isCollective: nominee.kind === 'COLLECTIVE' }
    const found = members.flatMap(({ personId }) => {
      const kind = conflictFound({ personId, units: units.get(personId) ?? [] }, about, rules)
      return kind ? [{ caseId: id, personId, kind, at: now }] : []
    })
    await tx.councilConflict.createMany({ data: found, skipDuplicates: true })
  }
  if (gone.length < sitting.cases.length) await tx.sittingCase.deleteMany({ where: { id: { in: gone } } })
  return gone
}

async function spareFor({ tx }: Ctx, members: readonly MemberWithName[]): Promise<CouncilKey[]> {
  const keys: CouncilKey[] = []
  for (const { part, personId } of members) {
    const key = part === 'CHAIR' || keys.length === spareKeys ? null : await ownKey(tx, personId)
    if (key) keys.push(key)
  }
  return keys
}
