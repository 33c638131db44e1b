import { dayOf } from '../../clock.ts'
import type { DeskPage, DeskQuery, Tone } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { historyOf } from '../../people/history.ts'
import { mayEver } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { type Initiative, InitiativeKind, InitiativeState, type Prisma } from '../../store/generated/client.ts'
import { parFields } from './classification.ts'
import { decideInitiative } from './decide.ts'
import { facts } from './facts.ts'
import { isAction, maySee, moves, offeredTo } from './rules.ts'
import { foldTitle } from './similar.ts'
import { stateKey } from './state-key.ts'
import { findInitiative } from './store.ts'
import { unitName } from './unit-name.ts'

const tones: Record<InitiativeState, Tone> = {
  DRAFT: 'bad',
  REGISTERED: 'waiting',
  REJECTED: 'bad',
  RECOGNISED: 'good',
  APPLIED: 'good',
  EFFECT_CONFIRMED: 'good',
  REPLICATED: 'good',
  WITHDRAWN: 'neutral',
  NOT_EFFECTIVE: 'bad',
}

/** The register of initiatives, of the units this person may see. */
export const initiativesPage: DeskPage = {
  path: 'sang-kien',
  title: 'initiatives.page.title',
  mayOpen: person =>
    mayEver(person, 'initiative.receive') || mayEver(person, 'initiative.recognise') || mayEver(person, 'campaign.see'),
  columns: ['code', 'name', 'unit', 'kind', 'author', 'registeredOn'].map(column => `initiatives.page.${column}`),

  filters: async ctx => [
    filter(ctx, 'state', Object.values(InitiativeState), state => ctx.t(`initiatives.states.${state}`)),
    filter(ctx, 'kind', Object.values(InitiativeKind), kind => ctx.t(`initiatives.form.kind.options.${kind}`)),
    filter(ctx, 'unit', visibleUnits(ctx), code => unitName(ctx, code)),
    filter(ctx, 'field', parFields, field => ctx.t(`initiatives.form.parField.options.${field}`)),
  ],

  rows: async (ctx, query) => {
    const where = whereOf(ctx, query)
    const [total, found] = [
      await ctx.tx.initiative.count({ where }),
      await ctx.tx.initiative.findMany({
        where,
        orderBy: [{ registeredAt: 'desc' }, { code: 'desc' }],
        skip: (query.page - 1) * query.size,
        take: query.size,
      }),
    ]
    const authors = await namesOf(ctx, found)
    return { total, rows: found.map(initiative => rowOf(ctx, initiative, authors.get(initiative.authorId) ?? '')) }
  },

  detail: async (ctx, id) => {
    const initiative = await findInitiative(ctx.tx, ctx.campaign.id, id)
    if (!initiative || !maySee(ctx.person, initiative)) return null
    const { lines, files } = await facts(ctx, initiative)
    return {
      title: `${initiative.code} · ${initiative.title}`,
      state: stateOf(ctx, initiative),
      fields: lines,
      files,
      history: await historyOf(ctx, 'initiative', id),
      actions: offeredTo(ctx.person, initiative).map(action => ({
        name: action,
        label: ctx.t(`initiatives.actions.${action}`),
        needsReason: moves[action].note !== 'none',
        tone: moves[action].note === 'reason' ? 'bad' : 'good',
      })),
    }
  },

  act: async (ctx, id, action, reason) =>
    isAction(action) ? decideInitiative(ctx, id, action, reason) : { ok: false, say: ctx.t('initiatives.gone') },
}

function filter(ctx: Ctx, name: string, values: readonly string[], label: (value: string) => string) {
  return {
    name,
    label: ctx.t(`initiatives.page.${name}`),
    options: values.map(value => ({ value, label: label(value) })),
  }
}

function visibleUnits(ctx: Ctx): string[] {
  return [...ctx.campaign.units.keys()].filter(unitCode => maySee(ctx.person, { unitCode, authorId: '' }))
}

function whereOf(ctx: Ctx, { q, filters }: DeskQuery): Prisma.InitiativeWhereInput {
  const state = Object.values(InitiativeState).find(known => known === filters.state)
  const kind = Object.values(InitiativeKind).find(known => known === filters.kind)
  const words = foldTitle(q)
  return {
    campaignId: ctx.campaign.id,
    ...(state ? { state } : {}),
    ...(kind ? { kind } : {}),
    ...(filters.field ? { parField: filters.field } : {}),
    AND: [
      { OR: [{ unitCode: { in: visibleUnits(ctx) } }, { authorId: ctx.person.id }] },
      ...(filters.unit ? [{ unitCode: filters.unit }] : []),
      ...(words
        ? [
            {
              OR: [
                { titleFolded: { contains: words } },
                { code: { contains: q.trim(), mode: 'insensitive' as const } },
                { unit: { nameFolded: { contains: words } } },
              ],
            },
          ]
        : []),
    ],
  }
}

async function namesOf(ctx: Ctx, found: readonly Initiative[]): Promise<Map<string, string>> {
  const people = await ctx.tx.person.findMany({
    where: { id: { in: [...new Set(found.map(initiative => initiative.authorId))] } },
    select: { id: true, fullName: true },
  })
  return new Map(people.map(person => [person.id, person.fullName]))
}

function rowOf(ctx: Ctx, initiative: Initiative, author: string) {
  return {
    id: initiative.id,
    cells: [
      initiative.code,
      initiative.title,
      unitName(ctx, initiative.unitCode),
      ctx.t(`initiatives.form.kind.options.${initiative.kind}`),
      author,
      formatDate(dayOf(initiative.registeredAt, ctx.campaign.timeZone).toString()),
    ],
    state: stateOf(ctx, initiative),
  }
}

function stateOf(ctx: Ctx, initiative: Initiative) {
  const name = ctx.t(stateKey(initiative))
  const tone: Tone = initiative.state === 'REGISTERED' && initiative.receivedAt ? 'neutral' : tones[initiative.state]
  return { label: initiative.isLate ? ctx.t('initiatives.page.lateState', { name }) : name, tone }
}
