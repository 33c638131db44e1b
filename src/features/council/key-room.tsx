import type { RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole, mayEver } from '../../people/may.ts'
import { KeyPage } from './pages/key-page.tsx'
import { posted } from './posted.ts'
import { sitInCouncil } from './rights.ts'
import { confirmOwnKey, makeOwnKey, ownKey } from './sealed/own-key.ts'

/** A member's own key: made, its phrase shown once, confirmed by typing the phrase. */
export async function keyAnswer(ctx: Ctx, { address, csrf, form }: RoomRequest): Promise<RoomAnswer | null> {
  const { tx, now, t, person } = ctx
  if (!mayEver(person, sitInCouncil)) return null
  const hasKey = (await ownKey(tx, person.id)) !== null
  const asking = (phrase: string | null, isAsked: boolean, problem: string | null): RoomAnswer => ({
    title: t('council.key.title'),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => <KeyPage {...{ ctx, address, csrf, hasKey, phrase, isAsked, problem }} />,
  })
  switch (form?.get('viec')) {
    case 'tao': {
      const phrase = await makeOwnKey(tx, person.id, now)
      await audited(ctx, 'council.keyMake')
      return asking(phrase, true, null)
    }
    case 'xac-nhan': {
      const isRight = await confirmOwnKey(tx, person.id, posted(form, 'cum', 60), now)
      if (!isRight) return asking(null, true, t('council.key.wrong'))
      await audited(ctx, 'council.keyConfirm')
      return { goTo: address, isGood: true, say: t('council.key.confirmed') }
    }
  }
  const isBegun = (await tx.councilKey.count({ where: { personId: person.id, confirmedAt: null } })) > 0
  return asking(null, isBegun, null)
}

async function audited({ tx, now, person }: Ctx, action: string): Promise<void> {
  const unitCode = person.roles.find(({ role }) => role === 'COUNCIL')?.unitCode
  const actorRole = givingRole(person, sitInCouncil, unitCode === undefined ? {} : { unitCode })?.role ?? 'GUEST'
  await writeAudit(tx, { actorId: person.id, actorRole, action, subjectType: 'person', subjectId: person.id }, now)
}
