import type { Prisma } from '../store/generated/client.ts'

/** The day by which it is expected now: that of the correction where it came back, else its own. */
export function expectedOn({ dueOn, returnedOn }: { dueOn: string; returnedOn: string | null }): string {
  return returnedOn ?? dueOn
}

/** Expected before `today`, and still owed. The one meaning of «quá hạn»: reminders count to the same day. */
export function overdueOn(today: string): Prisma.ObligationWhereInput {
  return {
    state: { in: ['OPEN', 'WITH_HEAD'] },
    AND: { OR: [{ returnedOn: null, dueOn: { lt: today } }, { returnedOn: { lt: today } }] },
  }
}
