import type { RoleDuty } from '../../campaign/plan.ts'
import { type Command, isOffered } from '../../contract/command.ts'
import type { Ctx, Outcome, Screen } from '../../contract/feature.ts'

/** What the plan asks of a role: each duty with its section, and the commands by which it is done in the system. */
export interface DutyOfRole {
  duty: RoleDuty
  ways: readonly Command[]
}

/** The duties of a role («ALL»: of everybody), in the order of the plan. */
export function dutiesOfRole(
  { campaign }: Pick<Ctx, 'campaign'>,
  role: string,
  commands: readonly Command[],
): DutyOfRole[] {
  return campaign.plan.roleDuties
    .filter(({ roles }) => roles.includes(role))
    .map(duty => ({ duty, ways: duty.how.flatMap(name => commands.find(({ to }) => to === name) ?? []) }))
}

/** The roles to which the plan gives duties: the person's own of today first, then everybody's, then the others. */
export function rolesWithDuties({ campaign, person }: Pick<Ctx, 'campaign' | 'person'>): string[] {
  const named = new Set(campaign.plan.roleDuties.flatMap(({ roles }) => roles))
  const own = person.roles.map(({ role }): string => role).filter(role => named.has(role))
  return [...new Set([...own, 'ALL', ...named])]
}

export function roleInWords({ campaign, t }: Pick<Ctx, 'campaign' | 't'>, role: string): string {
  return role === 'ALL'
    ? t('myRights.duties.everybody')
    : (campaign.plan.roles.find(({ code }) => code === role)?.name ?? role)
}

/** How it is done, in words: what to type for each command; or that it is done elsewhere. */
export function waysInWords({ t }: Pick<Ctx, 't'>, ways: readonly Command[]): string {
  if (ways.length === 0) return t('myRights.duties.elsewhere')
  const named = ways.map(({ says, slash, offeredTo }) => {
    const name = offeredTo ? t(`${says}.menu`) : t(`${says}.slash`)
    return slash ? `${name} (/${slash})` : name
  })
  return t('myRights.duties.how', { ways: named.join('; ') })
}

/** «Việc theo vai»: one role at a time, with the ways of its duties to press. */
export async function showDuties(ctx: Ctx, commands: readonly Command[], role?: string): Promise<Outcome> {
  const { t } = ctx
  const roles = rolesWithDuties(ctx)
  const shown = roles.find(one => one === role) ?? roles[0] ?? 'ALL'
  const duties = dutiesOfRole(ctx, shown, commands)
  const lines = duties.map(({ duty, ways }) => {
    const said = t('about.withSection', { text: duty.text, section: duty.section })
    return `${duty.code}. ${said}\n${waysInWords(ctx, ways)}`
  })
  const isOwn = shown === 'ALL' || ctx.person.roles.some(held => held.role === shown)
  const ways = isOwn ? [...new Set(duties.flatMap(one => one.ways))].filter(way => isOffered(way, ctx.person)) : []
  const choices: NonNullable<Screen['choices']> = [
    ...ways.map(({ to, says }) => ({ label: t(`${says}.menu`), go: { to } })),
    ...roles
      .filter(one => one !== shown)
      .map(one => ({
        label: t('myRights.duties.of', { role: roleInWords(ctx, one) }),
        go: { to: 'roleDuties', args: { role: one } },
      })),
    { label: t('records.toMenu'), go: { to: 'menu' } },
  ]
  const title = t('myRights.duties.of', { role: roleInWords(ctx, shown) })
  return { title, text: lines.length > 0 ? lines.join('\n\n') : t('myRights.duties.none'), choices }
}
