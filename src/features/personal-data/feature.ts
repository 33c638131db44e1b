import { unitName } from '../../campaign/names.ts'
import type { Period, RetentionKind } from '../../campaign/retention.ts'
import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { formEntry } from '../../contract/feature.ts'
import { defineForm } from '../../conversation/form.ts'
import { longText } from '../../conversation/kinds/text.ts'
import { lastHeld } from '../../people/end-role.ts'
import type { PersonalData } from '../../people/personal-data.ts'
import { removePhone } from '../../people/reminder-phone.ts'
import { writeSecurity } from '../../people/security-log.ts'
import { requestSteps } from './answer-request.ts'
import { collectPersonalData } from './collect.ts'
import { erase } from './erase.ts'
import { requestsWaiting } from './open-requests.ts'
import { remindOfRequests } from './remind-officers.ts'
import { fileRequest } from './request.ts'
import { requestsRoom } from './requests-room.tsx'
import { answerDataRequests } from './rights.ts'

const correctForm = defineForm({
  id: 'mydata.correct',
  version: 1,
  texts: 'mydata.correct',
  fields: { what: longText({ min: 5, max: 2_000 }) },
})

/** `/dulieu`: what is held about me, a copy of it, and my rights (domain.md §9). */
async function show(ctx: Ctx, parts: readonly PersonalData[]): Promise<Outcome> {
  const found = await collectPersonalData(ctx.tx, ctx.person.id, parts)
  const { accounts, consents } = await accountsAndConsents(ctx)
  return {
    title: ctx.t('mydata.title'),
    text: ctx.t('mydata.text', {
      name: ctx.person.fullName,
      roles: ctx.person.roles
        .map(role => `${ctx.t(`roles.${role.role}`)} – ${role.position} (${unitName(ctx.campaign, role.unitCode)})`)
        .join('; '),
      channels: accounts.map(account => ctx.t(`channels.${account.channel}`)).join(', '),
      consent: consents.map(consent => `${consent.noticeVersion} (${ctx.localTime(consent.givenAt)})`).join(', '),
      held: [...found]
        .filter(([name, { count }]) => name !== 'person' && count > 0)
        .map(([name, { count }]) => `\n${ctx.t('mydata.line', { what: ctx.t(`mydata.held.${name}`), count })}`)
        .join(''),
      kept: ctx.t('mydata.kept', keptInWords(ctx)),
    }),
    choices: [
      { label: ctx.t('mydata.export'), go: { to: 'mydata.export' } },
      { label: ctx.t('mydata.correctLabel'), go: { to: 'mydata.correct' } },
      { label: ctx.t('mydata.withdraw'), go: { to: 'mydata.withdraw' } },
      { label: ctx.t('mydata.delete'), go: { to: 'mydata.delete' } },
    ],
  }
}

/** Each period of the plan as people say it: «6 tháng». */
function keptInWords(ctx: Ctx): Record<RetentionKind, string> {
  const { retention } = ctx.campaign.plan
  const words = (period: Period) =>
    'days' in period ? ctx.t('mydata.days', { count: period.days }) : ctx.t('mydata.months', { count: period.months })
  return {
    inboundEvents: words(retention.inboundEvents),
    chatTranscripts: words(retention.chatTranscripts),
    sentBodies: words(retention.sentBodies),
    cancelledDrafts: words(retention.cancelledDrafts),
    untouchedDrafts: words(retention.untouchedDrafts),
    orphanedFiles: words(retention.orphanedFiles),
    sessionsAndLinks: words(retention.sessionsAndLinks),
    guestAccounts: words(retention.guestAccounts),
  }
}

function accountsAndConsents({ tx, person }: Ctx) {
  return tx.person.findUniqueOrThrow({
    where: { id: person.id },
    select: {
      accounts: { select: { channel: true } },
      consents: { select: { noticeVersion: true, givenAt: true } },
    },
  })
}

/** The copy is given on the spot: it is the person's own and small. */
async function exportOwn(ctx: Ctx, parts: readonly PersonalData[]): Promise<Outcome> {
  const found = await collectPersonalData(ctx.tx, ctx.person.id, parts)
  await fileRequest(ctx, 'EXPORT', { isDone: true })
  const entry = { person: ctx.person, action: 'export.own', subjectType: 'person', subjectId: ctx.person.id } as const
  await writeSecurity(ctx.tx, entry, ctx.now)
  return { title: ctx.t('mydata.exportTitle'), text: JSON.stringify(Object.fromEntries(found), null, 1) }
}

async function sure(ctx: Ctx, what: 'withdraw' | 'delete'): Promise<Outcome> {
  return {
    text: ctx.t(`mydata.${what}Ask`),
    choices: [
      { label: ctx.t(`mydata.${what}Yes`), go: { to: `mydata.${what}Done` } },
      { label: ctx.t('mydata.keep'), go: { to: 'mydata' } },
    ],
  }
}

async function withdrawn(ctx: Ctx): Promise<Outcome> {
  const refused = await lastOfAll(ctx, 'WITHDRAW')
  if (refused) return refused
  await ctx.tx.consent.updateMany({
    where: { personId: ctx.person.id, withdrawnAt: null },
    data: { withdrawnAt: ctx.now },
  })
  await removePhone(ctx.tx, ctx.person.id)
  await ctx.tx.account.updateMany({ where: { personId: ctx.person.id }, data: { personId: null } })
  await ctx.tx.roleAssignment.updateMany({
    where: { personId: ctx.person.id, OR: [{ validTo: null }, { validTo: { gte: ctx.today.toString() } }] },
    data: { validTo: ctx.today.subtract({ days: 1 }).toString() },
  })
  const entry = { person: ctx.person, action: 'role.end', subjectType: 'person', subjectId: ctx.person.id } as const
  await writeSecurity(ctx.tx, entry, ctx.now)
  const doneBy = await fileRequest(ctx, 'WITHDRAW', { isDone: false })
  return { text: ctx.t('mydata.withdrawn', { doneBy }) }
}

async function deleted(ctx: Ctx, parts: readonly PersonalData[]): Promise<Outcome> {
  const refused = await lastOfAll(ctx, 'DELETE')
  if (refused) return refused
  await fileRequest(ctx, 'DELETE', { isDone: true })
  await erase(ctx, ctx.person.id, parts)
  return { text: ctx.t('mydata.deleted') }
}

/** Without the last administrator or officer nobody could let anybody in: the request is kept, and carried out once another has the role. */
async function lastOfAll(ctx: Ctx, kind: 'WITHDRAW' | 'DELETE'): Promise<Outcome | null> {
  const role = await lastHeld(ctx.tx, ctx.person.id, ctx.today.toString())
  if (role === null) return null
  const doneBy = await fileRequest(ctx, kind, { isDone: false })
  return { text: ctx.t('mydata.last', { role: ctx.t(`roles.${role}`), doneBy }) }
}

/** `/dulieu` over everything that is declared about personal data. */
export const personalDataFeature = (parts: readonly PersonalData[]): Feature => ({
  name: 'personal-data',
  isAboveCampaigns: true,
  rights: [answerDataRequests],
  audits: { person: ['person.erase'], dataRequest: requestSteps.map(step => `dataRequest.${step}`) },
  commands: [{ to: 'mydata', says: 'mydata.command', slash: 'dulieu', isHelped: true }],
  routes: {
    mydata: ctx => show(ctx, parts),
    'mydata.export': ctx => exportOwn(ctx, parts),
    'mydata.correct': async () => ({ start: 'mydata.correct', params: {} }),
    'mydata.withdraw': ctx => sure(ctx, 'withdraw'),
    'mydata.withdrawDone': withdrawn,
    'mydata.delete': ctx => sure(ctx, 'delete'),
    'mydata.deleteDone': ctx => deleted(ctx, parts),
  },
  waiting: requestsWaiting,
  decides: [answerDataRequests],
  rooms: [requestsRoom],
  beat: remindOfRequests,
  forms: [
    formEntry(correctForm, {
      submit: async (ctx, { answers }) => {
        const doneBy = await fileRequest(ctx, 'CORRECT', { isDone: false, detail: answers.what })
        return { text: ctx.t('mydata.correctFiled', { doneBy }) }
      },
    }),
  ],
})
