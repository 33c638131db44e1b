import type { Tx } from '../store/transaction.ts'
import { clearAccounts } from './clear-accounts.ts'
import { type Erasure, held, type PersonalData } from './personal-data.ts'
import { sameName } from './same-name.ts'

/** Who people are and how they come in. Of consents the proof stays: which notice, when given, when withdrawn. */
export const heldOfPeople: PersonalData = {
  name: 'person',
  says: {
    person: {
      full_name: 'own',
      given_name: 'own',
      locale: 'impersonal',
      quiet_from: 'own',
      quiet_to: 'own',
    },
    role_assignment: { unit_code: 'impersonal', position: 'own', valid_from: 'impersonal', valid_to: 'impersonal' },
    account: { channel: 'impersonal', external_id: 'own', display_name: 'own', inactive_why: 'impersonal' },
    reminder_phone: { phone: 'own' },
    invitation: { code_hash: 'impersonal', unit_code: 'impersonal', full_name: 'own' },
    consent: { notice_version: 'impersonal', channel: 'impersonal' },
    data_request: {
      ...{ detail: 'own', answer: 'own', extended_why: 'own' },
      ...{ due_on: 'impersonal', extendable_to: 'impersonal' },
    },
    one_time_link: { token_hash: 'own', purpose: 'impersonal', field: 'impersonal' },
    calendar_feed: { token_hash: 'own' },
    calendar_event: { event: 'impersonal', shown: 'impersonal' },
    saved_view: { path: 'impersonal', name: 'own', query: 'own' },
    web_session: { token_hash: 'own', device: 'own' },
    second_step: { sealed_secret: 'own', recovery_hashes: 'own' },
    audit: {
      actor_role: 'impersonal',
      action: 'impersonal',
      subject_type: 'impersonal',
      subject_id: 'impersonal',
      from: 'impersonal',
      to: 'impersonal',
      reason: 'words',
    },
  },

  holds: async (tx, personId) =>
    held([
      await tx.person.findUniqueOrThrow({
        where: { id: personId },
        select: {
          fullName: true,
          locale: true,
          quietFrom: true,
          quietTo: true,
          createdAt: true,
          accounts: { select: { channel: true, externalId: true, displayName: true, createdAt: true } },
          roles: { select: { role: true, unitCode: true, position: true, validFrom: true, validTo: true } },
          reminderPhone: { select: { phone: true, givenAt: true } },
          consents: { select: { noticeVersion: true, channel: true, givenAt: true, withdrawnAt: true } },
          secondStep: { select: { createdAt: true, confirmedAt: true } },
          webSessions: { select: { device: true, createdAt: true, lastSeenAt: true } },
          savedViews: { select: { path: true, name: true, query: true } },
          dataRequests: {
            select: {
              ...{ kind: true, detail: true, requestedAt: true, repliedAt: true, dueOn: true },
              ...{ extendedWhy: true, answer: true, doneAt: true },
            },
          },
          calendarFeed: { select: { madeAt: true } },
        },
      }),
    ]),

  erase: async (tx, erasure) => {
    const { personId, accountInHand, pseudonym, now } = erasure
    await tx.oneTimeLink.deleteMany({ where: { personId } })
    await tx.calendarFeed.deleteMany({ where: { personId } })
    await tx.calendarEvent.deleteMany({ where: { personId } })
    await tx.savedView.deleteMany({ where: { personId } })
    await tx.secondStep.deleteMany({ where: { personId } })
    await tx.reminderPhone.deleteMany({ where: { personId } })
    await tx.dataRequest.updateMany({ where: { personId }, data: { detail: '', answer: '', extendedWhy: '' } })
    await tx.consent.updateMany({ where: { personId, withdrawnAt: null }, data: { withdrawnAt: now } })
    await endRoles(tx, erasure)
    await forgetInvitations(tx, erasure)
    await endSessions(tx, erasure)
    // The chat in hand stays addressable for the last reply; the next day clears it (`clear-accounts.ts`).
    await tx.account.updateMany({
      where: { id: accountInHand, personId },
      data: { personId: null, displayName: '', inactiveWhy: 'erased' },
    })
    await clearAccounts(
      tx,
      erasure.accountIds.filter(id => id !== accountInHand),
    )
    // Who was joined into this person was the same human.
    await tx.person.updateMany({
      where: { joinedInto: personId },
      data: { fullName: pseudonym, givenName: pseudonym, erasedAt: now },
    })
    await tx.person.update({
      where: { id: personId },
      data: {
        ...{ fullName: pseudonym, givenName: pseudonym, preferredAccountId: null },
        ...{ quietFrom: null, quietTo: null, erasedAt: now },
      },
    })
  },
}

/**
 * Signs every browser out. The one in which it was asked for may stay on as a visitor and read the last reply; where the chat is
 * open in several, nobody can tell which that is.
 */
async function endSessions(tx: Tx, { personId, accountIds, accountInHand, now }: Erasure): Promise<void> {
  const open = await tx.webSession.findMany({
    where: { accountId: accountInHand, expiresAt: { gt: now } },
    select: { tokenHash: true },
  })
  const kept = open.length === 1 ? (open[0]?.tokenHash ?? '') : ''
  await tx.webSession.deleteMany({
    where: { OR: [{ personId }, { accountId: { in: [...accountIds] } }], NOT: { tokenHash: kept } },
  })
  await tx.webSession.updateMany({ where: { tokenHash: kept }, data: { personId: null } })
}

async function endRoles(tx: Tx, { personId, today }: Erasure): Promise<void> {
  await tx.roleAssignment.updateMany({ where: { personId }, data: { position: '' } })
  await tx.$executeRaw`
    UPDATE role_assignment SET valid_to = (${today}::date - 1)::text
    WHERE person_id = ${personId}::uuid AND (valid_to IS NULL OR valid_to >= ${today})`
}

/** The names of invitations are few: they are compared as people write them, accents and case aside. */
async function forgetInvitations(tx: Tx, { fullName }: Erasure): Promise<void> {
  const named = await tx.invitation.findMany({
    where: { fullName: { not: null } },
    select: { id: true, fullName: true },
  })
  const ids = named.filter(one => sameName(one.fullName ?? '', fullName)).map(one => one.id)
  await tx.invitation.updateMany({ where: { id: { in: ids } }, data: { fullName: null } })
}
