import { withFormer } from '../../campaign/acting-unit.ts'
import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole, mayEver, reachOf } from '../../people/may.ts'
import { alikeReports } from './alike.ts'
import { checkSheetsOf, ratioOf } from './check-sheets.ts'
import { DossierPage, DossiersPage } from './dossier-pages.tsx'
import { nomineesOf } from './nominees.ts'
import { nominationRights } from './rights.ts'
import type { Seams } from './seams.ts'

/** The dossiers, and each whole on one page: its nominees with their check sheets, who does the work, what is missing, what is copied. */
export function dossierRoomWith(seams: Seams): DeskRoom {
  return {
    path: 'ho-so-khen-thuong',
    group: 'dossiers',
    title: 'nomination.dossiers.title',
    door: 'praise',
    isFirst: true,
    mayOpen: person => mayEver(person, 'campaign.see') || mayEver(person, nominationRights.write),
    answer: async (ctx, request) => {
      if (request.rest === '') return request.form ? null : listed(ctx, request)
      const [id = '', what = ''] = request.rest.split('/')
      const dossier = (await dossiersSeen(ctx)).find(one => one.id === id)
      if (!dossier) return null
      if (request.form) return what === 'so' ? numbered(ctx, request, dossier, request.form) : null
      return what === '' ? whole(ctx, request, dossier, seams) : null
    },
  }
}

type Seen = Awaited<ReturnType<typeof dossiersSeen>>[number]

/** Those of the units that this person may see. What waits for a head is in none of them. */
async function dossiersSeen({ tx, campaign, person, today }: Ctx) {
  const { isEverywhere, units } = reachOf(person, 'unit.see')
  const seen = withFormer(campaign, units, today.toString())
  return tx.awardDossier.findMany({
    where: { campaignId: campaign.id, ...(isEverywhere ? {} : { unitCode: { in: seen } }) },
    include: { _count: { select: { members: true } } },
    orderBy: { number: 'desc' },
  })
}

async function listed(ctx: Ctx, { address }: RoomRequest): Promise<RoomAnswer> {
  const dossiers = await dossiersSeen(ctx)
  const title = ctx.t('nomination.dossiers.title')
  return { title, body: () => <DossiersPage {...{ ctx, dossiers, address }} /> }
}

async function whole(ctx: Ctx, { address, csrf }: RoomRequest, dossier: Seen, seams: Seams): Promise<RoomAnswer> {
  const all = await nomineesOf(ctx.tx, { campaignId: ctx.campaign.id, unitCode: dossier.unitCode })
  const nominees = all.filter(({ dossierId }) => dossierId === dossier.id)
  const ids = nominees.map(({ recordId }) => recordId)
  const sheets = await checkSheetsOf(ctx, ids, seams)
  const alike = await alikeReports(ctx, ids, 'passed')
  const mayNumber = givingRole(ctx.person, nominationRights.write, { unitCode: dossier.unitCode }) !== null
  const shown = { ctx, dossier, nominees, sheets, alike, ratio: ratioOf(nominees), mayNumber, address, csrf }
  return { title: ctx.t('nomination.dossiers.title'), body: () => <DossierPage {...shown} /> }
}

/** The number that the unit has given its submission. */
async function numbered(ctx: Ctx, { address }: RoomRequest, dossier: Seen, form: FormData): Promise<RoomAnswer> {
  const { tx, t, now, person } = ctx
  const here = `${address}/${dossier.id}`
  const giving = givingRole(person, nominationRights.write, { unitCode: dossier.unitCode })
  if (!giving) return { goTo: here, isGood: false, say: t('records.notYours') }
  const submissionNumber = String(form.get('so') ?? '')
    .trim()
    .slice(0, 60)
  await tx.awardDossier.update({ where: { id: dossier.id }, data: { submissionNumber } })
  const entry = {
    actorId: person.id,
    actorRole: giving.role,
    action: 'nomination.number',
    subjectType: 'nomination',
  } as const
  await writeAudit(tx, { ...entry, subjectId: dossier.id, from: dossier.submissionNumber, to: submissionNumber }, now)
  return { goTo: here, isGood: true, say: t('nomination.dossiers.numbered') }
}
