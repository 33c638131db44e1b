import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { anyKind } from '../../records/kind.ts'
import { myRecords } from '../../records/mine.ts'
import { beforeAllAreIn } from './appraisal.ts'
import { commendation } from './begin.ts'
import { dossierRoomWith } from './dossier-room.tsx'
import { keepNomination } from './fact.ts'
import { withoutAgreement } from './gate.ts'
import { heldOfNominations } from './held.ts'
import { nomination } from './kind.ts'
import { lookUpKnownIn } from './known.ts'
import { moreOf } from './more.ts'
import { notOnOneself } from './not-oneself.ts'
import { nominationRights } from './rights.ts'
import type { Seams } from './seams.ts'
import { stopRoom } from './stop-room.tsx'
import { beforeWhom } from './who-decides.ts'

/**
 * Nominees and their dossiers (plan III, §9.9). What the council and the register of awards know comes from above: see `Seams`.
 */
export function nominationsWith(seams: Seams): RecordFeature {
  const beforeMove: NonNullable<NonNullable<typeof nomination.hooks>['beforeMove']> = async (ctx, record, move) =>
    (await notOnOneself(ctx, record, move)) ??
    (await beforeWhom(ctx, record, move)) ??
    (await withoutAgreement(ctx, record, move, seams)) ??
    (await beforeAllAreIn(ctx, record, move)) ??
    (await seams.onlyByList(ctx, record, move))
  const more: NonNullable<typeof nomination.more> = (ctx, record) => moreOf(ctx, record, seams)
  const afterHandIn: NonNullable<NonNullable<typeof nomination.hooks>['afterHandIn']> = async (ctx, handed) => {
    for (const { record, answers, params } of handed)
      await keepNomination(ctx, record, answers, params, seams.registers)
  }
  const lookUpKnown = lookUpKnownIn(seams.registers)
  const lookUps = { collective: lookUpKnown, person: lookUpKnown }
  const kind = { ...nomination, more, lookUps, hooks: { ...nomination.hooks, afterHandIn, beforeMove } }
  return recordFeature(kind, {
    personalData: heldOfNominations,
    rights: Object.values(nominationRights),
    audits: { stopFact: ['stopFact.load', 'stopFact.conclude'] },
    rooms: [dossierRoomWith(seams), stopRoom],
    commands: [
      {
        to: 'commendation',
        says: 'nomination.command',
        slash: 'khenthuong',
        offeredTo: 'everybody',
        behind: 'work',
        isHelped: true,
      },
    ],
    routes: {
      commendation,
      'nominations.mine': (ctx, { from }) => myRecords(ctx, [anyKind(kind)], Math.max(0, Number(from) || 0)),
    },
  })
}
