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
      const phone = onlyPhone(inFigures(typed))
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

/** «0904 118 226, phòng 302»: the one telephone number of a line; of an old and a new one («số cũ 0912 … bỏ, giờ dùng 0862 …») the new. */
function onlyPhone(typed: string): string | null {
  const plain = normalise(typed)
  const found = [...plain.matchAll(NUMBER)]
  const phones = [...new Set(found.map(([number]) => normalisePhone(number)))]
  const [first, second, ...others] = phones
  if (plain.includes('?') || first === undefined || others.length > 0) return null
  if (second === undefined) return AGAINST.test(plain) ? null : first
  const between = plain.slice(found[0]?.index, found.at(-1)?.index)
  return OLD.test(plain) && NEW.test(between) && !AGAINST.test(plain) ? second : null
}

const NUMBER = /(?<![\d+][ .-]?)(?:\+ ?84|84|0)(?:[ .-]?\d){8,10}(?![ .-]?\d)/gu
const OLD = /(?:^|\s)(?:cũ|cu|trước|truoc|trước đây)(?:\s|:)/iu
const NEW = /(?:^|\s)(?:giờ|gio|nay|mới|moi|đổi|doi|hiện)(?:\s|:)/iu
const AGAINST = /(?:^|\s)(?:hoặc|hoac|hay|không phải|ko phải|khong phai|chắc|hình như|nhầm)(?:\s|$)/iu

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
