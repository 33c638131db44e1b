import { join } from 'node:path'
import { type LocatedFile, type Path, readLocated } from '../campaign/located-file.ts'
import { type Checked, inFileOrder, type Problem } from '../campaign/problem.ts'
import { schemaProblems } from '../campaign/schema-problems.ts'
import { projectRoot } from '../project-root.ts'
import { type Law, lawSchema } from './law-schema.ts'
import { validityOf } from './validity.ts'

/** The law that comes with the program; an office corrects it in place. */
export const lawFile = join(projectRoot, 'prisma', 'law', 'law.yaml')

/** Reads the law. Every problem at once, each with its line: what rests on an unknown basis, ends before it begins, or is held twice. */
export function readLaw(file: string = lawFile): Checked<Law> {
  const located = readLocated(file)
  if (!located.ok) return located
  const parsed = lawSchema.safeParse(located.value.data)
  const problems = parsed.success
    ? contradictions(located.value, parsed.data)
    : schemaProblems(located.value, parsed.error.issues, lawSchema)
  if (!parsed.success || problems.length > 0) return { ok: false, problems: inFileOrder(problems) }
  return { ok: true, value: parsed.data }
}

function contradictions(located: LocatedFile, law: Law): Problem[] {
  const codes = new Set(law.bases.map(({ code }) => code))
  const unknown = (path: Path, code: string): Problem[] =>
    codes.has(code) ? [] : [located.problemAt(path, 'unknownBasis', { value: code })]
  const bases = law.bases.flatMap((basis, index) => [
    ...(basis.to !== null && basis.to < basis.from ? [located.problemAt(['bases', index, 'to'], 'endsBefore')] : []),
    ...(basis.successor === null ? [] : unknown(['bases', index, 'successor'], basis.successor)),
    ...basis.amends.flatMap(code => unknown(['bases', index, 'amends'], code)),
    ...(law.bases.findIndex(({ code }) => code === basis.code) < index
      ? [located.problemAt(['bases', index, 'code'], 'basisTwice', { value: basis.code })]
      : []),
  ])
  const lists = [
    { name: 'forms', rows: law.forms, keyOf: (index: number) => law.forms[index]?.purpose },
    { name: 'authorities', rows: law.authorities, keyOf: (index: number) => law.authorities[index]?.level },
    { name: 'limits', rows: law.limits, keyOf: (index: number) => law.limits[index]?.rule },
  ]
  const rests = [...lists, { name: 'prizes', rows: law.prizes, keyOf: () => undefined }].flatMap(({ name, rows }) =>
    rows.flatMap(({ restsOn }, index) => restsOn.flatMap(code => unknown([name, index, 'restsOn'], code))),
  )
  if (bases.length + rests.length > 0) return [...bases, ...rests]
  return lists.flatMap(({ name, rows, keyOf }) =>
    rows.flatMap((row, index) => {
      const own = validityOf(law, row)
      const isTwice = rows.slice(0, index).some((other, before) => {
        const its = validityOf(law, other)
        return keyOf(before) === keyOf(index) && own.from <= (its.to ?? '9') && its.from <= (own.to ?? '9')
      })
      return isTwice ? [located.problemAt([name, index], 'heldTwice', { value: keyOf(index) ?? '' })] : []
    }),
  )
}
