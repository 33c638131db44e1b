import type { DeskPage, DeskSort, Tone } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { historyOf } from '../../people/history.ts'
import { givingRole, may, mayEver, reachOf } from '../../people/may.ts'
import { formatDate, formatMoney } from '../../reading/format.ts'
import { fold } from '../../reading/text.ts'
import type { Award, Prisma } from '../../store/generated/client.ts'
import { awardForms, levels, purposes } from './codes.ts'
import { noteHandOver } from './hand-over.ts'
import { revoke } from './revoke.ts'
import { handOver, revokeAward, seeAwards } from './rights.ts'
import { awardsOf, unitOf } from './whose.ts'

const stored = {
  ...{ name: 'name', unit: 'unitName', form: 'form', decision: 'decisionNumber' },
  ...{ decidedOn: 'decidedOn', golden: 'golden' },
} as const

function sortedBy(sort: DeskSort | undefined): Prisma.AwardOrderByWithRelationInput[] {
  const column = Object.entries(stored).find(([name]) => name === sort?.column)?.[1]
  return column ? [{ [column]: sort?.isDescending ? 'desc' : 'asc' }] : []
}

/** The register of awards: by person, unit, year; what was handed over, what counts no more. */
export const registerPage: DeskPage = {
  path: 'so-khen-thuong',
  group: 'register',
  title: 'awards.register.title',
  door: 'praise',
  mayOpen: person => mayEver(person, seeAwards),
  columns: ['name', 'unit', 'form', 'purpose', 'level', 'decision', 'decidedOn', 'golden'].map(
    name => `awards.fields.${name}`,
  ),
  sorts: ['name', 'unit', 'form', 'decision', 'decidedOn', 'golden'],

  filters: async ({ t, tx, ...ctx }) => {
    const years = await tx.award.findMany({
      where: visible({ t, tx, ...ctx }),
      distinct: ['year'],
      select: { year: true },
      orderBy: { year: 'desc' },
    })
    const words = (name: string, codes: readonly string[]) => ({
      name,
      label: t(`awards.fields.${name}`),
      options: codes.map(value => ({ value, label: t(`awards.${name}s.${value}`) })),
    })
    return [
      {
        name: 'year',
        label: t('awards.fields.year'),
        options: years.map(({ year }) => ({ value: String(year), label: String(year) })),
      },
      words('form', awardForms),
      words('purpose', purposes),
      words('level', levels),
    ]
  },

  rows: async (ctx, { q, filters, page, size, sort }) => {
    const said = fold(q).split(' ').filter(Boolean)
    const chosen = (name: 'form' | 'purpose' | 'level') => (filters[name] ? { [name]: filters[name] } : {})
    const where: Prisma.AwardWhereInput = {
      ...visible(ctx),
      ...{ ...chosen('form'), ...chosen('purpose'), ...chosen('level') },
      ...(filters.year ? { year: Number(filters.year) } : {}),
      AND: said.map(word => ({ searchText: { contains: word } })),
    }
    const rows = await ctx.tx.award.findMany({
      where,
      orderBy: [...sortedBy(sort), { decidedOn: 'desc' }, { decisionNumber: 'asc' }, { golden: 'asc' }, { id: 'asc' }],
      ...{ skip: (page - 1) * size, take: size },
    })
    const total = await ctx.tx.award.count({ where })
    return {
      rows: rows.map(award => ({ id: award.id, cells: cellsOf(ctx, award), state: stateOf(ctx, award) })),
      total,
    }
  },

  detail: async (ctx, id) => {
    const award = await awardFor(ctx, id)
    if (!award) return null
    const { t, person } = ctx
    const subject = { unitCode: await unitOf(ctx.tx, award), authorId: award.personId ?? '' }
    const isGood = award.revokedOn === null
    const field = (name: string, value: string) => (value === '' ? [] : [{ label: t(`awards.fields.${name}`), value }])
    return {
      title: award.name,
      state: stateOf(ctx, award),
      fields: [
        ...field('honoreeKind', t(`awards.honoreeKinds.${award.honoreeKind}`)),
        ...field('unit', award.unitName),
        ...field('position', award.position),
        ...field('form', t(`awards.forms.${award.form}`)),
        ...field('purpose', t(`awards.purposes.${award.purpose}`)),
        ...field('level', t(`awards.levels.${award.level}`)),
        ...field('authority', award.authority),
        ...field('achievement', award.achievement),
        ...field('decision', award.decisionNumber),
        ...field('decidedOn', formatDate(award.decidedOn)),
        ...field('golden', award.golden === null ? '' : String(award.golden)),
        ...field('prize', award.prizeVnd === null ? '' : formatMoney(award.prizeVnd)),
        ...field('origin', t(`awards.origins.${award.origin}`)),
        ...field('handedOn', award.handedOn === null ? '' : formatDate(award.handedOn)),
        ...field('handedNote', award.handedNote),
        ...field('revokedWhy', award.revokedWhy),
      ],
      files: [],
      history: await historyOf(ctx, 'award', award.id),
      actions: [
        ...(isGood && award.handedOn === null && may(person, handOver, subject)
          ? [
              {
                ...{ name: 'handOver', label: t('awards.handOver.do'), needsReason: true, tone: 'good' as Tone },
                ...{ reasonLabel: t('awards.handOver.note'), reasonHint: t('awards.handOver.hint') },
              },
            ]
          : []),
        ...(isGood && may(person, revokeAward, subject)
          ? [
              {
                ...{ name: 'revoke', label: t('awards.revoke.do'), needsReason: true, tone: 'bad' as Tone },
                ...{ reasonLabel: t('awards.revoke.why'), reasonHint: t('awards.revoke.hint') },
              },
            ]
          : []),
      ],
    }
  },

  act: async (ctx, id, action, reason) => {
    const award = await awardFor(ctx, id)
    const right = action === 'handOver' ? handOver : action === 'revoke' ? revokeAward : null
    const unitCode = award ? await unitOf(ctx.tx, award) : ''
    const subject = { unitCode, authorId: award?.personId ?? '' }
    const held = right && givingRole(ctx.person, right, subject)
    if (!award || !held) return { ok: false, say: ctx.t('awards.notAllowed') }
    if (action === 'handOver') await noteHandOver(ctx, [award], reason, held.role)
    else await revoke(ctx, award, reason, held.role)
    return { ok: true, say: ctx.t(`awards.${action}.done`, { name: award.name }) }
  },
}

/** Of what this person may see. A row that is of no unit here is the office’s. */
function visible({ person }: Pick<Ctx, 'person' | 't' | 'tx'>): Prisma.AwardWhereInput {
  const { isEverywhere, units } = reachOf(person, seeAwards)
  return isEverywhere ? {} : awardsOf(units)
}

async function awardFor(ctx: Ctx, id: string): Promise<Award | null> {
  return ctx.tx.award.findFirst({ where: { id, ...visible(ctx) } })
}

function cellsOf({ t }: Ctx, award: Award): string[] {
  return [
    ...[award.name, award.unitName, t(`awards.forms.${award.form}`), t(`awards.purposes.${award.purpose}`)],
    ...[t(`awards.levels.${award.level}`), award.decisionNumber, formatDate(award.decidedOn)],
    award.golden === null ? '' : String(award.golden),
  ]
}

function stateOf({ t }: Ctx, { revokedOn, handedOn }: Award): { label: string; tone: Tone } {
  if (revokedOn !== null) return { label: t('awards.states.revoked', { day: formatDate(revokedOn) }), tone: 'bad' }
  if (handedOn !== null) return { label: t('awards.states.handed', { day: formatDate(handedOn) }), tone: 'good' }
  return { label: t('awards.states.good'), tone: 'good' }
}
