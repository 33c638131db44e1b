import { dayOf } from '../../clock.ts'
import type { Ctx } from '../../contract/feature.ts'
import { fileNames } from '../../contract/file-names.ts'
import { timeLines } from '../../contract/three-times.ts'
import type { FieldEnv } from '../../conversation/field.ts'
import { fieldOf } from '../../conversation/form.ts'
import { formatDate } from '../../reading/format.ts'
import type { FileState, Initiative } from '../../store/generated/client.ts'
import { coAuthorsOf } from './co-authors.ts'
import { initiativeForm } from './form.ts'
import { unitName } from './unit-name.ts'

interface Facts {
  lines: { label: string; value: string }[]
  files: { id: string; name: string; state: FileState }[]
}

const told = [
  'title',
  'kind',
  'parField',
  'problem',
  'content',
  'novelty',
  'scope',
  'startsOn',
  'expected',
  'selfCheck',
  'coAuthors',
] as const

/** Everything on record about one initiative, in the words of the form; the same in chat and on the desk. */
export async function facts(ctx: Ctx, initiative: Initiative): Promise<Facts> {
  const { t } = ctx
  const author = await ctx.tx.person.findUnique({ where: { id: initiative.authorId }, select: { fullName: true } })
  const files = await ctx.tx.storedFile.findMany({
    where: { id: { in: initiative.fileIds } },
    select: { id: true, name: true, state: true },
    orderBy: { id: 'asc' },
  })
  const registeredOn = formatDate(dayOf(initiative.registeredAt, ctx.campaign.timeZone).toString())
  return {
    lines: [
      ...told.map(field => ({ label: t(`initiatives.form.${field}.label`), value: shown(ctx, initiative, field) })),
      {
        label: t('initiatives.form.files.label'),
        value: fileNames(ctx, files),
      },
      ...(await relationLine(ctx, initiative)),
      { label: t('initiatives.facts.unit'), value: unitName(ctx, initiative.unitCode) },
      { label: t('initiatives.facts.author'), value: author?.fullName ?? '' },
      {
        label: t('initiatives.facts.registeredOn'),
        value: initiative.isLate ? t('initiatives.facts.late', { date: registeredOn }) : registeredOn,
      },
      ...timeLines(ctx, initiative),
    ],
    files,
  }
}

function shown(ctx: Ctx, initiative: Initiative, name: (typeof told)[number]): string {
  const env: FieldEnv = {
    t: ctx.t,
    texts: `${initiativeForm.texts}.${name}`,
    today: ctx.today,
    params: {},
    answers: {},
  }
  const value: unknown = name === 'coAuthors' ? coAuthorsOf(initiative.coAuthors) : initiative[name]
  if (value === null) return ctx.t('conversation.none')
  return fieldOf(initiativeForm, name).show(value, env)
}

async function relationLine(ctx: Ctx, { relation, relatedId }: Initiative): Promise<Facts['lines']> {
  if (relation === null || relatedId === null) return []
  const related = await ctx.tx.initiative.findUnique({ where: { id: relatedId }, select: { code: true, title: true } })
  if (!related) return []
  return [{ label: ctx.t('initiatives.facts.relation'), value: ctx.t(`initiatives.relations.${relation}`, related) }]
}
