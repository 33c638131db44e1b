import { reportRights } from '../../figures/rights.ts'
import { recordKind } from '../../records/kind.ts'
import { cut } from '../../reminders/words/cut.ts'
import { followRequest } from './follow-request.ts'
import { explanationForm } from './form.ts'

const { write, verify } = reportRights

/**
 * Why a unit is slow and what it will do (plan II.2.1, T27, T28): asked for by the pilot light, read by those who verify the figure.
 * Kept also when a newer figure has made it needless meanwhile: what somebody has written is not lost.
 */
export const explanation = recordKind({
  name: 'explanation',
  letters: 'GT',
  path: 'giai-trinh',
  group: 'unitWork',
  route: 'forecast.explain',
  table: 'explanations',
  form: explanationForm,
  states: {
    EXPLAINED: { tone: 'waiting', waits: ['see'], handsIn: true },
    SEEN: { tone: 'good', handsIn: true },
    RETURNED: { tone: 'bad', handsIn: true },
  },
  begins: 'EXPLAINED',
  handedIn: 'EXPLAINED',
  moves: {
    see: { from: ['EXPLAINED'], to: 'SEEN', right: verify, asks: 'nothing', tone: 'good' },
    return: { from: ['EXPLAINED', 'SEEN'], to: 'RETURNED', right: verify, asks: 'return', tone: 'bad' },
  },
  rights: { write, see: verify },
  key: ({ request }) => String(request),
  title: ({ cause }) => cut(cause, 80),
  topic: (_, { target }) => String(target),
  agencies: ({ campaign }, topic) => campaign.plan.targets.find(({ code }) => code === topic)?.focalAgencies ?? [],
  columns: ['cause', 'remedy'],
  hooks: {
    afterHandIn: async (ctx, handed) => {
      for (const { record } of handed) await followRequest(ctx, record)
    },
    afterMove: followRequest,
  },
})
