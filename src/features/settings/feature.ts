import { unitName } from '../../campaign/names.ts'
import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { formEntry } from '../../contract/feature.ts'
import { defineForm } from '../../conversation/form.ts'
import { lastHeld } from '../../people/end-role.ts'
import { codeForAccount } from '../../people/one-time-link.ts'
import { phoneFormId } from '../../people/reminder-phone.ts'
import { forgetPhone, isPhoneUseful, keepPhone, phoneNumber, reminderPhone, shown } from './phone.ts'
import { quietHours } from './quiet-hours.ts'

const quietForm = defineForm({
  id: 'quietHours',
  version: 1,
  texts: 'settings.quiet',
  fields: { hours: quietHours() },
})

const phoneForm = defineForm({
  id: phoneFormId,
  version: 1,
  texts: 'settings.phone',
  fields: { phone: phoneNumber() },
})

async function show(ctx: Ctx): Promise<Outcome> {
  const person = await ctx.tx.person.findUniqueOrThrow({ where: { id: ctx.person.id }, include: { accounts: true } })
  const phone = await reminderPhone(ctx)
  const isOffered = phone === null && (await isPhoneUseful(ctx))
  const preferred = person.accounts.find(account => account.id === person.preferredAccountId)
  return {
    title: ctx.t('settings.title'),
    text: `${ctx.t('settings.text', {
      name: person.fullName,
      units: ctx.person.roles
        .map(held => `${ctx.t(`roles.${held.role}`)} – ${unitName(ctx.campaign, held.unitCode)}`)
        .join('; '),
      channels: person.accounts.map(account => ctx.t(`channels.${account.channel}`)).join(', '),
      preferred: preferred ? ctx.t(`channels.${preferred.channel}`) : ctx.t('settings.lastUsed'),
      quiet: person.quietFrom ? `${person.quietFrom}–${person.quietTo}` : ctx.t('settings.noQuiet'),
    })}${phone === null ? '' : `\n${ctx.t('settings.phoneLine', { phone: shown(phone) })}`}`,
    choices: [
      { label: ctx.t('settings.language'), go: { to: 'settings.language' } },
      { label: ctx.t('settings.preferThis'), go: { to: 'settings.prefer' } },
      { label: ctx.t('settings.quietHours'), go: { to: 'settings.quiet' } },
      { label: ctx.t('settings.addChannel'), go: { to: 'settings.addChannel' } },
      { label: ctx.t('settings.leave'), go: { to: 'settings.leave' } },
      { label: ctx.t('settings.myData'), go: { to: 'mydata' } },
      ...(isOffered ? [{ label: ctx.t('settings.phoneOn'), go: { to: 'settings.phone' } }] : []),
      ...(phone === null ? [] : [{ label: ctx.t('settings.phoneOff'), go: { to: 'settings.phoneOff' } }]),
    ],
  }
}

async function language(ctx: Ctx): Promise<Outcome> {
  const locale = ctx.person.locale === 'vi' ? 'en' : 'vi'
  await ctx.tx.person.update({ where: { id: ctx.person.id }, data: { locale } })
  return show({ ...ctx, t: ctx.texts(locale), person: { ...ctx.person, locale } })
}

async function prefer(ctx: Ctx): Promise<Outcome> {
  await ctx.tx.person.update({ where: { id: ctx.person.id }, data: { preferredAccountId: ctx.account.id } })
  return { text: ctx.t('settings.preferred', { channel: ctx.t(`channels.${ctx.account.channel}`) }) }
}

async function addChannel(ctx: Ctx): Promise<Outcome> {
  return { text: ctx.t('settings.code', { code: await codeForAccount(ctx.tx, ctx.person.id, ctx.now) }) }
}

async function leave(ctx: Ctx): Promise<Outcome> {
  return {
    text: ctx.t('settings.leaveAsk'),
    choices: [
      { label: ctx.t('settings.leaveYes'), go: { to: 'settings.left' } },
      { label: ctx.t('settings.leaveNo'), go: { to: 'settings' } },
    ],
  }
}

/** This chat is no longer the person's; drafts, records and other chats stay. */
async function left(ctx: Ctx): Promise<Outcome> {
  const others = { personId: ctx.person.id, state: 'ACTIVE', id: { not: ctx.account.id } } as const
  const isOnlyChat = (await ctx.tx.account.count({ where: others })) === 0
  const last = isOnlyChat ? await lastHeld(ctx.tx, ctx.person.id, ctx.today.toString()) : null
  if (last !== null) return { text: ctx.t('settings.last', { role: ctx.t(`roles.${last}`) }) }
  await ctx.tx.account.update({ where: { id: ctx.account.id }, data: { personId: null } })
  await ctx.tx.person.updateMany({ where: { preferredAccountId: ctx.account.id }, data: { preferredAccountId: null } })
  return { text: ctx.t('settings.left') }
}

async function phoneOff(ctx: Ctx): Promise<Outcome> {
  await forgetPhone(ctx)
  return { text: ctx.t('settings.phoneForgotten') }
}

export const settings: Feature = {
  name: 'settings',
  isAboveCampaigns: true,
  audits: { person: ['phone.give', 'phone.withdraw'] },
  commands: [
    {
      to: 'settings',
      says: 'settings.command',
      slash: 'caidat',
      offeredTo: 'everybody',
      behind: 'around',
      isHelped: true,
    },
  ],
  routes: {
    settings: show,
    'settings.language': language,
    'settings.prefer': prefer,
    'settings.quiet': async () => ({ start: 'quietHours', params: {} }),
    'settings.phone': async () => ({ start: 'reminderPhone', params: {} }),
    'settings.phoneOff': phoneOff,
    'settings.addChannel': addChannel,
    'settings.leave': leave,
    'settings.left': left,
  },
  forms: [
    formEntry(quietForm, {
      isConfirmed: false,
      submit: async (ctx, { answers }) => {
        const [quietFrom, quietTo] = answers.hours === 'none' ? [null, null] : answers.hours.split('-')
        await ctx.tx.person.update({
          where: { id: ctx.person.id },
          data: { quietFrom: quietFrom ?? null, quietTo: quietTo ?? null },
        })
        return show(ctx)
      },
    }),
    formEntry(phoneForm, {
      isConfirmed: false,
      submit: async (ctx, { answers }) => {
        await keepPhone(ctx, answers.phone)
        return { text: ctx.t('settings.phoneKept', { phone: shown(answers.phone) }) }
      },
    }),
  ],
}
