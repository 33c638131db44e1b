import { held, type PersonalData } from '../../people/personal-data.ts'

/** A sheet of figures is the unit's; who has put what in stays as an id only, and it goes with the season. */
export const heldOfSheets: PersonalData = {
  name: 'figureSheets',
  says: { figure_sheet: { unit_code: 'impersonal', period: 'impersonal', content: 'words' } },

  holds: async (tx, personId) =>
    held(
      await tx.figureSheet.findMany({
        where: { changedById: personId },
        select: { unitCode: true, period: true, content: true, changedAt: true },
      }),
    ),
}
