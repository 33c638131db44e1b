import { held, type PersonalData } from '../../people/personal-data.ts'

/** A report is an official record of the unit: it stays, its sender under a pseudonym. */
export const heldOfProgress: PersonalData = {
  name: 'reports',
  says: {
    target_report: {
      unit_code: 'impersonal',
      target_code: 'impersonal',
      period: 'impersonal',
      text: 'words',
      fall_reason: 'words',
      as_of: 'impersonal',
    },
  },

  holds: async (tx, personId) => {
    const reports = await tx.targetReport.findMany({
      where: { senderId: personId },
      select: { unitCode: true, targetCode: true, period: true, version: true, state: true, text: true, sentAt: true },
    })
    return held(reports)
  },
}
