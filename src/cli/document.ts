import { officeName } from '../campaign/names.ts'
import { Complaint } from '../complaint.ts'
import { makeCtx } from '../contract/make-ctx.ts'
import { paperKind, paperKinds } from '../features/papers/list.ts'
import { makeWord } from '../features/papers/make.ts'
import { wantedIn } from '../features/papers/wanted.ts'
import { inTransaction } from '../store/transaction.ts'
import { campaignAsked } from './present-campaign.ts'
import type { Work } from './work.ts'

/**
 * `document CODE [--unit CODE] [--period P] [--as-of DATE] [--campaign CODE] --out FILE.docx`: a paper as the managing office sees it. It is not kept
 * among the papers of the desk: nobody in particular has made it.
 */
export const documentWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const kind = paperKind((args.paper ?? '').toUpperCase())
  if (!kind) throw new Complaint(t('cli.unknownPaper', { codes: paperKinds.map(({ code }) => code).join(', ') }))
  const made = await inTransaction(system.prisma, async tx => {
    const campaign = await campaignAsked(system, tx, args.campaign)
    const now = system.clock.now()
    const office = campaign.plan.managingOffices[0] ?? ''
    const roles = [{ role: 'PNV' as const, unitCode: office, position: '' }]
    const fullName = officeName(campaign, now.toISOString().slice(0, 10))
    const person = { id: '', fullName, givenName: fullName, locale: system.defaultLocale, roles }
    const account = { id: '', channel: 'web' as const }
    const ctx = makeCtx(system, tx, { campaign, account, person, now, sent: { sentAt: now, claimedAt: null } })
    const asked = { unit: args.unit ?? '', period: args.period ?? '', day: args['as-of'] ?? '', units: [] }
    const wanted = wantedIn(ctx, kind, asked)
    if ('problem' in wanted) throw new Complaint(t(wanted.problem))
    if (await kind.isEmpty?.(ctx, wanted)) throw new Complaint(t(`papers.${kind.code}.nothing`))
    return makeWord(ctx, kind, wanted)
  })
  const note = made.gaps.map(gap => t('cli.paperGap', { gap })).join('\n')
  return { output: made.bytes, ...(note === '' ? {} : { note }) }
}
