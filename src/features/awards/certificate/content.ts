import { postAt } from '../../../campaign/names.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { formatDateLong } from '../../../reading/format.ts'
import type { Award } from '../../../store/generated/client.ts'
import { placeOf } from '../../papers/frame.ts'
import { checkPath } from '../check-page.tsx'
import { signingKey } from '../office-key.ts'
import { codeFor } from './sign.ts'

/** What stands on one certificate. */
export interface CertificateText {
  /** Of the row in the register. */
  awardId: string
  authority: string
  name: string
  /** Position and unit of a person; the unit of a part of one; empty for a unit itself. */
  place: string
  achievement: string
  decision: string
  decisionDate: string
  golden: string
  dateLine: string
  position: string
  signer: string
  /** The text of the QR code. */
  code: string
}

/** The certificates of awards that have one, in their order, each signed with the office's key. An award without a serial has none. */
export async function certificatesOf(ctx: Ctx, awards: readonly Award[]): Promise<CertificateText[]> {
  const { campaign } = ctx
  // What is printed is Vietnamese, whoever prints it.
  const t = ctx.texts('vi')
  const key = await signingKey(ctx.tx, await ctx.officeSecret(), ctx.now)
  return awards.flatMap(award => {
    if (award.serial === null) return []
    const { decidedOn, authority, name, golden } = award
    const isPerson = award.honoreeKind === 'INDIVIDUAL'
    const unit = isPerson || name !== award.unitName ? award.unitName : ''
    const certified = {
      ...{ serial: award.serial, decidedOn, decision: award.decisionNumber, golden: golden ?? 0 },
      ...{ authority, name, unit },
    }
    const date = formatDateLong(decidedOn)
    return [
      {
        ...{ awardId: award.id, authority, name, achievement: award.achievement, decision: award.decisionNumber },
        place: postAt(isPerson ? award.position : '', unit),
        decisionDate: date.charAt(0).toUpperCase() + date.slice(1),
        golden: golden === null ? '' : String(golden).padStart(2, '0'),
        dateLine: t('awards.certificate.dateLine', {
          place: placeOf(campaign, award.level === 'WARD' ? award.unitCode : null),
          date,
        }),
        ...{ position: t('awards.certificate.position'), signer: t('papers.frame.signer') },
        code: codeFor(certified, key, `${ctx.publicUrl}${checkPath}`),
      },
    ]
  })
}
