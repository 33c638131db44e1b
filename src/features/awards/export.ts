import { exportTable, pageAfter } from '../../contract/export-table.ts'

/** The register, a line each; for officers the headings are those that `awards load` knows. */
export const awardTable = exportTable(
  'awards.register.title',
  (prisma, take, after: { id: string } | undefined) =>
    prisma.award.findMany({
      omit: { nameFolded: true, searchText: true, serial: true },
      orderBy: [{ decidedOn: 'asc' }, { decisionNumber: 'asc' }, { golden: 'asc' }, { id: 'asc' }],
      ...pageAfter(take, after && { id: after.id }),
    }),
  record => [record],
  c => [
    c.plain('awards.fields.name', ({ name }) => name),
    c.word('awards.fields.honoreeKind', 'awards.honoreeKinds', ({ honoreeKind }) => honoreeKind),
    c.plain('awards.fields.unit', ({ unitName }) => unitName),
    c.plain('awards.fields.position', ({ position }) => position),
    c.word('awards.fields.form', 'awards.forms', ({ form }) => form),
    c.word('awards.fields.purpose', 'awards.purposes', ({ purpose }) => purpose),
    c.word('awards.fields.level', 'awards.levels', ({ level }) => level),
    c.plain('awards.fields.authority', ({ authority }) => authority),
    c.plain('awards.fields.achievement', ({ achievement }) => achievement),
    c.plain('awards.fields.decision', ({ decisionNumber }) => decisionNumber),
    c.day('awards.fields.decidedOn', ({ decidedOn }) => decidedOn),
    c.plain('awards.fields.golden', ({ golden }) => golden),
    c.plain('awards.fields.prize', ({ prizeVnd }) => prizeVnd),
    c.day('awards.fields.handedOn', ({ handedOn }) => handedOn),
    c.day('awards.fields.revokedOn', ({ revokedOn }) => revokedOn),
  ],
)
