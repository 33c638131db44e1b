import { after, dayOf, localTime } from '../clock.ts'
import { Complaint } from '../complaint.ts'
import { endedInWords } from '../contract/ended-unit.ts'
import { invite } from '../people/invitation.ts'
import { Role } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import type { Translate } from '../texts.ts'
import { presentCampaign } from './present-campaign.ts'
import type { Work } from './work.ts'

/** `invite --unit CODE --role ROLE [--name NAME] [--expires 14d] [--uses N] [--json]` */
export const inviteWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const campaign = await presentCampaign(system, system.prisma)
  const unit = campaign.units.get(args.unit ?? '')
  if (!unit) throw new Complaint(t('cli.unknownUnit', { code: args.unit ?? '' }))
  const now = system.clock.now()
  const ended = endedInWords(t, campaign, unit.code, dayOf(now, campaign.timeZone).toString())
  if (ended !== null) throw new Complaint(ended)
  const role = Object.values(Role).find(known => known === args.role?.toUpperCase())
  if (!role) throw new Complaint(t('cli.unknownRole', { role: args.role ?? '', roles: Object.values(Role).join(', ') }))
  const expiresAt = after(now, duration(args.expires ?? '14d', t))
  const maxUses = Math.max(1, Number(args.uses ?? 1) || 1)
  const wanted = {
    unitCode: unit.code,
    role,
    ...(args.name ? { fullName: args.name } : {}),
    expiresAt,
    maxUses,
    createdBy: null,
  }
  const { code } = await inTransaction(system.prisma, tx => invite(tx, wanted, now))
  const url = `${system.publicUrl}/?ma=${code}`
  if (args.json !== undefined) {
    return {
      output: `${JSON.stringify({ code, url, unit: unit.code, role, uses: maxUses, expiresAt: expiresAt.toISOString() })}\n`,
    }
  }
  const expires = localTime(expiresAt, campaign.timeZone)
  return { output: `${t('cli.invited', { role, unit: unit.name, uses: maxUses, expires, code, url })}\n` }
}

/** «14d», «12h» in milliseconds. @throws Complaint */
export function duration(given: string, t: Translate): number {
  const match = /^(\d{1,4})([dh])$/.exec(given)
  if (!match) throw new Complaint(t('cli.badExpires', { given }))
  return Number(match[1]) * (match[2] === 'd' ? 24 : 1) * 3_600_000
}
