import type { Ctx, Screen } from '../../contract/feature.ts'
import { correctRecord } from '../../records/correct.ts'
import { type RecordFeature, recordFeature } from '../../records/feature.ts'
import { myRecords } from '../../records/mine.ts'
import { decideInChat, showRecord } from '../../records/screens.ts'
import { initiativeTable } from './export.ts'
import { heldOfInitiatives } from './held.ts'
import { initiative } from './kind.ts'
import { initiativesCounted } from './of-person.ts'
import { chooseOutstanding, outstandingRoom } from './outstanding-room.tsx'

/** Registering models, solutions and initiatives, and what becomes of them (plan §9.5, C15, K04). */
export const initiatives: RecordFeature = recordFeature(initiative, {
  isIn: plan => plan.duties.some(({ metBy }) => metBy.kind === 'initiative'),
  personalData: heldOfInitiatives,
  rooms: [outstandingRoom],
  rights: [chooseOutstanding],
  audits: { initiative: ['initiative.outstanding', 'initiative.ordinary'] },
  // What programs read of it is older than the common table.
  exports: { initiatives: initiativeTable },
  commands: [
    {
      ...{ to: 'initiatives.mine', says: 'initiative.mine', isHelped: true },
      words: ['(|xem |các )sáng kiến (của tôi|của em|của mình|tôi đã gửi|tôi đã đăng ký)|sangkiencuatoi'],
    },
  ],
  routes: {
    'initiatives.mine': (ctx, { from }) => mine(ctx, Math.max(0, Number(from) || 0)),
    // Buttons of messages that were sent before initiatives were records.
    'initiatives.show': (ctx, { id = '' }) => showRecord(ctx, initiatives.record, id),
    'initiatives.correct': (ctx, { id = '' }) => correctRecord(ctx, initiatives.record, id),
    'initiatives.decide': (ctx, args) => decideInChat(ctx, initiatives.record, args),
  },
})

/** «Sáng kiến của tôi»: what the register counts for this person (I03), and each with where it stands. */
async function mine(ctx: Ctx, from: number): Promise<Screen> {
  const screen = await myRecords(ctx, [initiatives.record], from)
  const counted = ctx.t('initiative.mine.counted', { counted: await initiativesCounted(ctx, ctx.person.id) })
  return { ...screen, text: `${counted}\n${screen.text}` }
}
