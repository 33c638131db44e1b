import { storedUnits } from '../campaign/stored-units.ts'
import { after, dayOf, localTime } from '../clock.ts'
import { type Invited, inviteListed } from '../people/invite-listed.ts'
import { peopleColumns } from '../people/people-columns.ts'
import { peopleIn } from '../people/people-list.ts'
import { roleOf } from '../people/role-words.ts'
import { Role } from '../store/generated/client.ts'
import { inTransaction } from '../store/transaction.ts'
import { duration } from './invite.ts'
import { officeFile } from './office-file.ts'
import { presentCampaign } from './present-campaign.ts'
import type { Work } from './work.ts'

/** `people load FILE [--expires 14d] [--json]`: one invitation a person; loading again invites only those who are new. */
export const peopleLoadWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const now = system.clock.now()
  const expiresAt = after(now, duration(args.expires ?? '14d', t))
  const languages = [system.texts('vi'), system.texts('en')]
  const roleNames = Object.values(Role)
    .map(role => t(`roles.${role}`))
    .join(', ')
  const { lines, invited, timeZone } = await inTransaction(system.prisma, async tx => {
    const { timeZone } = await presentCampaign(system, tx)
    const today = dayOf(now, timeZone).toString()
    const units = await storedUnits(tx)
    const { value, lines } = await officeFile(args.file ?? '', peopleColumns, t, list =>
      peopleIn(list, { units, today, roleNames, roleOf: (word, kind) => roleOf(word, kind, ...languages) }),
    )
    return {
      lines,
      timeZone,
      invited: await inviteListed(tx, value, { now, today, expiresAt, sees: () => true, by: () => null }),
    }
  })
  const urlOf = (code: string) => `${system.publicUrl}/?ma=${code}`
  if (args.json !== undefined) {
    const rows = invited.map(({ fullName, unit, role, ...rest }) => ({
      name: fullName,
      unit: unit.code,
      role,
      ...('code' in rest ? { code: rest.code, url: urlOf(rest.code), expiresAt: expiresAt.toISOString() } : {}),
    }))
    return { output: rows.map(row => `${JSON.stringify(row)}\n`).join('') }
  }
  const counts = {
    count: invited.length,
    invited: invited.filter(row => 'code' in row).length,
    present: invited.filter(row => row.as === 'present').length,
    waiting: invited.filter(row => row.as === 'waiting').length,
    expires: localTime(expiresAt, timeZone),
  }
  const rows = invited.map(row => {
    const who = { name: row.fullName, role: t(`roles.${row.role}`), unit: row.unit.name }
    return lineOf(row, who)
  })
  return { output: `${[...lines, ...rows, t('office-files.people.loaded', counts)].join('\n')}\n` }

  function lineOf(row: Invited, who: { name: string; role: string; unit: string }): string {
    if (row.as === 'waiting')
      return t('office-files.people.waiting', { ...who, expires: localTime(row.waitsUntil, timeZone) })
    if (!('code' in row)) return t('office-files.people.present', who)
    const invited = t('office-files.people.invited', { ...who, code: row.code, url: urlOf(row.code) })
    if (!('namesakes' in row)) return invited
    const where = row.namesakes.flatMap(({ roles }) =>
      roles.map(held => `${t(`roles.${held.role}`)} (${held.unitCode})`),
    )
    return `${invited}\n${t('office-files.people.namesake', { name: row.fullName, roles: where.join('; ') })}`
  }
}
