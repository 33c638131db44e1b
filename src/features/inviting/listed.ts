import { z } from 'zod'
import { storedUnits } from '../../campaign/stored-units.ts'
import type { Ctx } from '../../contract/feature.ts'
import { type FileProblem, fileProblemText } from '../../office-files/file-problem.ts'
import { readListFrom } from '../../office-files/read-list.ts'
import { roleThatGives } from '../../people/giveable.ts'
import type { Actor } from '../../people/open-invitations.ts'
import { type PeopleColumn, peopleColumns } from '../../people/people-columns.ts'
import { type ListedPerson, listedIn, type PeopleKnowledge } from '../../people/people-list.ts'
import { roleOf } from '../../people/role-words.ts'
import { wellFormedJson } from '../../reading/well-formed.ts'
import { Role } from '../../store/generated/client.ts'
import { invitePeople } from './rights.ts'

/** A list as it was understood: who may be invited, what is wrong in the other rows, how many rows name nobody yet. */
export interface Understood {
  people: readonly ListedPerson[]
  faults: readonly string[]
  unnamed: number
}

/** Reads a workbook or a text file that was sent. */
export async function readSent(ctx: Ctx, file: File): Promise<Understood> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await readListFrom(file.name, bytes, peopleColumns)
  if (!read.ok) return { people: [], faults: inWords(ctx, read.problems), unnamed: 0 }
  const { people, problems } = listedIn(read.value, await knowledgeOf(ctx))
  const isUnnamed = ({ code }: FileProblem) => code === 'personNameEmpty'
  const unnamedCells = new Set(problems.filter(isUnnamed).map(rowOf))
  const wrong = problems.filter(problem => !unnamedCells.has(rowOf(problem)))
  const allowed = onlyGiveable(ctx, people)
  return {
    people: allowed.people,
    faults: [...inWords(ctx, wrong), ...allowed.faults],
    unnamed: unnamedCells.size,
  }
}

/** One person who was typed into the page. */
export async function readTyped(ctx: Ctx, typed: { unit: string; name: string; role: string }): Promise<Understood> {
  const cells: Partial<Record<PeopleColumn, string>> = typed
  const cellOf = (column: PeopleColumn) =>
    ctx.t(`inviting.file.${column === 'unit' || column === 'role' ? column : 'name'}`)
  const list = { file: '', sheet: null, columns: new Set<PeopleColumn>(), rows: [{ cells, cellOf, at: 0 }], unread: [] }
  const { people, problems } = listedIn(list, await knowledgeOf(ctx))
  const allowed = onlyGiveable(ctx, people)
  return { people: allowed.people, faults: [...inWords(ctx, problems), ...allowed.faults], unnamed: 0 }
}

const row = z.object({
  ...{ unit: z.string().max(40), name: z.string().min(1).max(120) },
  ...{ role: z.enum(Role), cell: z.string().max(40) },
})
const carried = z
  .string()
  .transform((text, context) => {
    try {
      return wellFormedJson(text)
    } catch {
      context.addIssue({ code: 'custom', message: 'no JSON' })
      return z.NEVER
    }
  })
  .pipe(z.array(row).max(5_000))

/** The rows that a preview carries to its confirmation. They come back from a browser: every one is judged again. */
export async function readCarried(ctx: Ctx, text: string): Promise<Understood> {
  const rows = carried.safeParse(text).data ?? []
  const { units } = await knowledgeOf(ctx)
  const people = rows.flatMap(({ unit: code, name: fullName, role, cell }) => {
    const unit = units.find(one => one.code === code)
    return unit ? [{ fullName, unit, role, cell }] : []
  })
  return { ...onlyGiveable(ctx, people), unnamed: 0 }
}

export function carry(people: readonly ListedPerson[]): string {
  return JSON.stringify(
    people.map(({ fullName, unit, role, cell }) => ({ unit: unit.code, name: fullName, role, cell })),
  )
}

/** In which role this person invites somebody to this role there; null: not at all. */
export function invitingAs(ctx: Ctx, unitCode: string, role: Role): Actor | null {
  const as = roleThatGives(ctx.person, invitePeople, unitCode, role)
  return as && { id: ctx.person.id, role: as }
}

function onlyGiveable(ctx: Ctx, people: readonly ListedPerson[]): { people: ListedPerson[]; faults: string[] } {
  const isMine = ({ unit, role }: ListedPerson) => invitingAs(ctx, unit.code, role) !== null
  return {
    people: people.filter(isMine),
    faults: people
      .filter(person => !isMine(person))
      .map(({ cell, fullName, unit, role }) => {
        const who = { name: fullName, unit: unit.name, role: ctx.t(`roles.${role}`) }
        return ctx.t('office-files.atCell', { cell, sentence: ctx.t('inviting.room.notYours', who) })
      }),
  }
}

async function knowledgeOf({ tx, t, texts, today }: Ctx): Promise<PeopleKnowledge> {
  const languages = [texts('vi'), texts('en')]
  return {
    units: await storedUnits(tx),
    today: today.toString(),
    roleNames: Object.values(Role)
      .map(role => t(`roles.${role}`))
      .join(', '),
    roleOf: (word, kind) => roleOf(word, kind, ...languages),
  }
}

function inWords({ t }: Ctx, problems: readonly FileProblem[]): string[] {
  return problems.map(problem => fileProblemText(problem, t))
}

function rowOf({ cell }: FileProblem): string {
  return cell?.replace(/^\D+/, '') ?? ''
}
