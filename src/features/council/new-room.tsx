import type { RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { localInstant } from './local-instant.ts'
import { waitingFor } from './nominees.ts'
import { NewSittingPage } from './pages/new-page.tsx'
import { posted } from './posted.ts'
import { mayPrepare } from './rights.ts'
import { prepareSitting } from './steps/prepare.ts'

export async function newSittingAnswer(ctx: Ctx, request: RoomRequest, unitCode: string): Promise<RoomAnswer | null> {
  const { t, campaign } = ctx
  const { form, address, csrf } = request
  if (!campaign.units.has(unitCode) || !mayPrepare(ctx.person, campaign, unitCode)) return null
  const asking = async (problem: string | null): Promise<RoomAnswer> => {
    const waiting = await waitingFor(ctx, unitCode)
    return {
      title: t('council.prepare.title'),
      ...(problem === null ? {} : { status: 422 as const }),
      body: () => <NewSittingPage {...{ ctx, address, csrf, unitCode, waiting, problem }} />,
    }
  }
  if (!form) return asking(null)
  const at = localInstant(posted(form, 'luc', 20), campaign.timeZone)
  if (!at) return asking(t('council.prepare.problems.at'))
  const preset = posted(form, 'ty-le', 3)
  const done = await prepareSitting(ctx, {
    ...{ unitCode, place: posted(form, 'noi', 200), at, isSecret: form.get('cach') !== 'mo' },
    preset: /^\d+$/.test(preset) ? Number(preset) : null,
    recordIds: form.getAll('ho-so').map(String),
  })
  return done.id === undefined ? asking(done.say) : { goTo: `${address}/${done.id}`, isGood: true, say: done.say }
}
