import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { givingRole, mayEver, reachOf } from '../../people/may.ts'
import { normalise } from '../../reading/text.ts'
import type { Award } from '../../store/generated/client.ts'
import { certificatesOf } from './certificate/content.ts'
import { certificatesWord } from './certificate/word.ts'
import { CertificateList, CertificatesPage, PrintedCertificates } from './certificates-page.tsx'
import { noteHandOver } from './hand-over.ts'
import { handOver } from './rights.ts'
import { awardsOf, unitOf } from './whose.ts'

/** The certificates of each decision: looked at, printed or taken as a Word file, noted when they were handed over. */
export const certificatesRoom: DeskRoom = {
  path: 'giay-khen',
  group: 'register',
  title: 'awards.certificates.title',
  door: 'praise',
  mayOpen: person => mayEver(person, handOver),

  answer: async (ctx, request) => {
    const { t } = ctx
    const all = await certified(ctx)
    if (request.rest === '') {
      const title = t('awards.certificates.title')
      return {
        title,
        body: () => <CertificatesPage {...{ t, decisions: decisionsOf(all), address: request.address }} />,
      }
    }
    const [id = '', what = ''] = request.rest.split('/')
    const one = all.find(award => award.id === id)
    if (!one) return null
    const together = all.filter(award => decisionOf(award) === decisionOf(one))
    if (request.form) return handedOver(ctx, request, together, request.form)
    return shown(ctx, request, together, what)
  },
}

/** Awards with a certificate that this person may hand over, a decision after the other. */
function certified({ tx, person }: Ctx): Promise<Award[]> {
  const { isEverywhere, units } = reachOf(person, handOver)
  return tx.award.findMany({
    where: { serial: { not: null }, revokedOn: null, ...(isEverywhere ? {} : awardsOf(units)) },
    orderBy: [{ decidedOn: 'desc' }, { decisionNumber: 'asc' }, { golden: 'asc' }, { id: 'asc' }],
  })
}

function decisionOf({ decisionNumber, decidedOn }: Award): string {
  return `${decidedOn} ${decisionNumber}`
}

function decisionsOf(awards: readonly Award[]): Award[][] {
  const groups = new Map<string, Award[]>()
  for (const award of awards) groups.set(decisionOf(award), [...(groups.get(decisionOf(award)) ?? []), award])
  return [...groups.values()]
}

async function shown(
  ctx: Ctx,
  request: RoomRequest,
  together: readonly Award[],
  what: string,
): Promise<RoomAnswer | null> {
  const { t } = ctx
  const [first] = together
  if (!first) return null
  const title = t('awards.certificates.of', { number: first.decisionNumber })
  const back = `${request.address}/${first.id}`
  if (what === '') return { title, body: () => <CertificateList {...{ t, awards: together, back, ...request }} /> }
  const certificates = await certificatesOf(ctx, together)
  if (what === 'in')
    return { title, body: () => <PrintedCertificates {...{ t, vi: ctx.texts('vi'), certificates, back }} /> }
  if (what !== 'word') return null
  const mime = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
  return { file: { name: `DOC21-${first.decidedOn}.docx`, mime, bytes: await certificatesWord(ctx, certificates) } }
}

async function handedOver(
  ctx: Ctx,
  { address, rest }: RoomRequest,
  together: readonly Award[],
  form: FormData,
): Promise<RoomAnswer> {
  const chosen = new Set(form.getAll('chon').map(String))
  const note = normalise(String(form.get('ghi-chu') ?? '')).slice(0, 300)
  let count = 0
  for (const award of together.filter(({ id }) => chosen.has(id))) {
    const held = givingRole(ctx.person, handOver, { unitCode: await unitOf(ctx.tx, award) })
    if (held) count += await noteHandOver(ctx, [award], note, held.role)
  }
  const say = ctx.t(count > 0 ? 'awards.certificates.handed' : 'awards.certificates.none', { count })
  return { goTo: `${address}/${rest}`, isGood: count > 0, say }
}
