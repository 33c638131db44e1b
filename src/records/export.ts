import { Temporal } from 'temporal-polyfill'
import { campaignTable, type ExportTable, type Names, pageAfter } from '../contract/export-table.ts'
import type { Answers } from '../conversation/field.ts'
import type { SheetCell } from '../office-files/sheet-cell.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import { answersOf } from './answers.ts'
import type { AnyKind } from './kind.ts'

/**
 * The records of a kind as the managing office sees them: the newest version that the head has let through, each question a column.
 * What waits for the head is in no export; of what is personal only that it is there.
 */
export function kindTable(kind: AnyKind): ExportTable {
  return campaignTable(
    `${kind.name}.page`,
    async (prisma, take, after: { id: string } | undefined, campaignId) => {
      const records = await prisma.record.findMany({
        where: { campaignId, kind: kind.name, passedVersion: { gt: 0 } },
        omit: { searchText: true },
        include: { versions: { where: { passedAt: { not: null } }, orderBy: { version: 'desc' }, take: 1 } },
        orderBy: { number: 'asc' },
        ...pageAfter(take, after && { id: after.id }),
      })
      return records.map(({ versions: [version], ...record }) => {
        const sentAt = version?.sentAt ?? record.sentAt
        // Whose it is, and what they say of themselves, stays with those who may see it.
        if (kind.isPersonal) return { ...record, sentAt, authorId: null, key: null, answers: {} }
        return { ...record, sentAt, answers: version ? answersOf(kind, version) : {} }
      })
    },
    record => [record],
    c => [
      c.plain('code', ({ code }) => code),
      ...c.unit(({ unitCode }) => unitCode),
      ...(kind.isPersonal
        ? [c.plain(`${kind.name}.page`, ({ title }) => title)]
        : kind.form.order.map(name =>
            c.column(`${kind.form.texts}.${name}.label`, (line, names) => cellOf(kind, name, line, names)),
          )),
      c.word('state', `${kind.name}.states`, ({ state }) => state),
      c.yesNo('isLate', ({ isLate }) => isLate),
      c.yesNo('isSample', ({ isSample }) => isSample),
      c.instant('sentAt', ({ sentAt }) => sentAt),
      ...(kind.isPersonal ? [] : [c.person('sender', ({ authorId }) => authorId)]),
    ],
  )
}

type Line = Pick<StoredRecord, 'topic' | 'title'> & { answers: Answers }

/** Days as days, numbers as numbers, files counted; everything else in the words of the form. */
function cellOf(kind: AnyKind, name: string, { answers, topic, title }: Line, { t, campaign }: Names): SheetCell {
  const field = kind.form.fields[name]
  const value = answers[name] ?? null
  if (!field || value === null) return null
  if (field.kind === 'date') return { day: String(value) }
  if (field.kind === 'files') return Array.isArray(value) ? value.length : 0
  if (typeof value === 'number' || typeof value === 'bigint') return value
  // What is shown of an answer that stands does not depend on the day of looking.
  const today = Temporal.PlainDate.from('2000-01-01')
  const params = kind.shownWith?.({ campaign, t }, { topic, title }) ?? {}
  return field.show(value, { t, texts: `${kind.form.texts}.${name}`, today, params, answers })
}
