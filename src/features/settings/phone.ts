import { normalisePhone } from 'zalo-api-client'
import type { Ctx } from '../../contract/feature.ts'
import { type Field, ruled } from '../../conversation/field.ts'
import { readZaloRules } from '../../outbox/zalo-rules.ts'
import { writeAudit } from '../../people/audit.ts'
import { removePhone } from '../../people/reminder-phone.ts'
import { normalise } from '../../reading/text.ts'
import { tokenise } from '../../reading/tokens.ts'

/** A Vietnamese phone number as people write it; stored as '84' and nine digits. */
export function phoneNumber(): Field<string> {
  return ruled<string, { optional?: false }>(undefined, {
    kind: 'phone',
    read: typed => {
      const phone = normalisePhone(withoutWords(inFigures(typed)))
      if (phone === null) return { ok: false, kind: 'invalid', why: 'incomplete' }
      return { ok: true, value: phone, literal: true }
    },
    show: shown,
  })
}

/** «không chín một hai …»: read out figure by figure. */
function inFigures(typed: string): string {
  const tokens = tokenise(typed)
  const figures = tokens.map(({ folded }) => SPOKEN.indexOf(folded))
  const from = figures.findIndex(figure => figure >= 0)
  const spoken = figures.slice(from).filter(figure => figure >= 0)
  return /\d/.test(typed) || spoken.length < 9 ? typed : spoken.join('')
}

const SPOKEN = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin']

/** «số em là 0912 345 678 ạ»: the number without the words of courtesy around it. */
const withoutWords = (typed: string): string =>
  normalise(typed).replace(/^[\p{L}\s:]+[\s:](?=[+\d])|(?<=\d)[\s.,]*(?:ạ|nhé|nha|em)?[\s.]*$/giu, '')

/** Enough to notice a slip, not enough to call: «0912 *** 678». */
export function shown(phone: string): string {
  return `0${phone.slice(2, 5)} *** ${phone.slice(8)}`
}

/** The number that this person gave for reminders; null: none. */
export async function reminderPhone(ctx: Ctx): Promise<string | null> {
  const row = await ctx.tx.reminderPhone.findUnique({ where: { personId: ctx.person.id } })
  return row?.phone ?? null
}

/** A number is asked for only where it is of use: the office has a template, and the person is on the Official Account. */
export async function isPhoneUseful(ctx: Ctx): Promise<boolean> {
  if (!(await readZaloRules(ctx.tx)).hasTemplate) return false
  return (await ctx.tx.account.count({ where: { personId: ctx.person.id, channel: 'zalo-oa' } })) > 0
}

export async function keepPhone(ctx: Ctx, phone: string): Promise<void> {
  const value = { phone, givenAt: ctx.now }
  await ctx.tx.reminderPhone.upsert({
    where: { personId: ctx.person.id },
    create: { personId: ctx.person.id, ...value },
    update: value,
  })
  await note(ctx, 'phone.give')
}

export async function forgetPhone(ctx: Ctx): Promise<void> {
  if (await removePhone(ctx.tx, ctx.person.id)) await note(ctx, 'phone.withdraw')
}

/** That it was given or withdrawn, never the number. */
function note(ctx: Ctx, action: string): Promise<void> {
  const { id, roles } = ctx.person
  const entry = { actorId: id, actorRole: roles[0]?.role ?? ('GUEST' as const), action }
  return writeAudit(ctx.tx, { ...entry, subjectType: 'person', subjectId: id }, ctx.now)
}
