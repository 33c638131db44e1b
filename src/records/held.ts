import type { Json } from '../conversation/field.ts'
import { neutralName } from '../files/neutral-name.ts'
import { type Erasure, held, type PersonalData } from '../people/personal-data.ts'
import type { Prisma } from '../store/generated/client.ts'
import type { Tx } from '../store/transaction.ts'

/** What is handed in is an official record: it stays with all its versions and moves, under a pseudonym. */
export const heldOfRecords: PersonalData = {
  name: 'records',
  says: {
    record: {
      kind: 'impersonal',
      unit_code: 'impersonal',
      code: 'impersonal',
      key: 'impersonal',
      topic: 'impersonal',
      period: 'impersonal',
      state: 'impersonal',
      waits_for: 'impersonal',
      title: 'words',
      search_text: 'words',
    },
    reason_text: { kind: 'impersonal', text: 'words' },
    record_version: { form: 'impersonal', answers: 'words', role: 'impersonal' },
    record_move: {
      action: 'impersonal',
      from: 'impersonal',
      to: 'impersonal',
      waited_for: 'impersonal',
      role: 'impersonal',
      role_unit: 'impersonal',
      reason: 'words',
      marks: 'words',
      from_unit: 'impersonal',
      to_unit: 'impersonal',
    },
  },

  holds: async (tx, personId) => {
    const versions = await tx.recordVersion.findMany({
      where: { authorId: personId },
      select: {
        record: { select: { code: true, kind: true, unitCode: true, title: true, state: true } },
        ...{ version: true, answers: true, role: true, sentAt: true },
      },
      orderBy: { sentAt: 'asc' },
    })
    return held(versions.map(({ record, ...version }) => ({ ...record, ...version })))
  },

  erase: renameFiles,
}

/** The answers of a version name its files, too: those that the person sent are called there as they are called from now on. */
async function renameFiles(tx: Tx, erasure: Erasure): Promise<void> {
  const sent = await tx.storedFile.findMany({ where: { accountId: { in: [...erasure.accountIds] } } })
  const names = new Map(sent.map(file => [file.id, neutralName(erasure, file)]))
  const versions = await tx.recordVersion.findMany({ where: { fileIds: { hasSome: [...names.keys()] } } })
  for (const { recordId, version, answers } of versions) {
    const renamed = withNames(answers as Json, names) as Prisma.InputJsonValue
    await tx.recordVersion.update({ where: { recordId_version: { recordId, version } }, data: { answers: renamed } })
  }
}

function withNames(value: Json, names: ReadonlyMap<string, string>): Json {
  if (Array.isArray(value)) return value.map(one => withNames(one, names))
  if (value === null || typeof value !== 'object') return value
  const fields = value as { readonly [key: string]: Json }
  const name = typeof fields.id === 'string' ? names.get(fields.id) : undefined
  if (name !== undefined) return { ...fields, name }
  return Object.fromEntries(Object.entries(fields).map(([key, one]) => [key, withNames(one, names)]))
}
