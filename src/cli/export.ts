import { Temporal } from 'temporal-polyfill'
import type { ActiveCampaign } from '../campaign/active.ts'
import { isIsoDay } from '../campaign/iso-day.ts'
import { zoned } from '../clock.ts'
import { Complaint } from '../complaint.ts'
import type { ExportedAt, ExportTable, Names } from '../contract/export-table.ts'
import { ofCampaign } from '../contract/of-campaign.ts'
import type { System } from '../intake/system.ts'
import { csvStream } from '../office-files/csv-stream.ts'
import { xlsxStream } from '../office-files/xlsx-stream.ts'
import { writeAudit } from '../people/audit.ts'
import { campaignAsked, presentCampaign } from './present-campaign.ts'
import type { Work } from './work.ts'

/**
 * `export TABLE --format json|csv|xlsx [--as-of DATE] [--campaign CODE]`. json is for programs: one object a line, program names, UTC. csv and xlsx are for officers:
 * headings in words, local time, names beside codes. Secrets and message bodies are in none. Any number of rows: nothing is gathered.
 */
export const exportWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const name = args.table ?? ''
  const { exports } = system.registry
  const table = exports.get(name)
  if (!table) throw new Complaint(t('cli.unknownTable', { table: name, tables: [...exports.keys()].join(', ') }))
  const asOf = args['as-of']
  if (asOf !== undefined && !table.isOfAnyDay) throw new Complaint(t('cli.notAsOf', { table: name }))
  const day = asOf === undefined ? null : dayIn(asOf)
  if (asOf !== undefined && day === null) throw new Complaint(t('cli.badDate', { given: asOf }))
  const asked = () =>
    table.isOfHouse && args.campaign === undefined
      ? presentCampaign(system, system.prisma)
      : campaignAsked(system, system.prisma, args.campaign)
  const at = async () => {
    const campaign = await asked()
    return { campaign, today: zoned(system.clock.now(), campaign.timeZone).toPlainDate(), day }
  }
  const format = args.format ?? 'json'
  if (!['json', 'csv', 'xlsx'].includes(format)) throw new Complaint(t('cli.unknownFormat', { format }))
  const noted = { action: 'export.table', subjectType: 'table', subjectId: name, to: format } as const
  await writeAudit(system.prisma, { actorId: null, actorRole: 'SYSTEM', ...noted }, system.clock.now())
  // Told before the first line is written.
  if (!table.isOfHouse) await asked()
  if (format === 'json') return { output: jsonLines(table, system, at) }
  const campaign = await asked()
  const names = await namesOf(system, campaign)
  const headed = table.headings.map(heading => t(heading.includes('.') ? heading : `exports.columns.${heading}`))
  const sheet = { headings: headed, lines: table.lines(system.prisma, names, at) }
  const { headings, lines } = table.isOfHouse ? sheet : ofCampaign(campaign, sheet, t)
  const { timeZone } = campaign
  if (format === 'csv') return { output: csvStream(headings, lines, timeZone) }
  return { output: xlsxStream(t(table.title), headings, lines, timeZone) }
}

function dayIn(text: string): Temporal.PlainDate | null {
  return isIsoDay(text) ? Temporal.PlainDate.from(text) : null
}

async function* jsonLines(
  table: ExportTable,
  { prisma }: System,
  at: () => Promise<ExportedAt>,
): AsyncIterable<string> {
  for await (const record of table.records(prisma, at))
    yield `${JSON.stringify(record, (_, value) => (typeof value === 'bigint' ? String(value) : value))}\n`
}

async function namesOf(system: System, campaign: ActiveCampaign): Promise<Names> {
  const { plan } = campaign
  const units = await system.prisma.unit.findMany({ select: { code: true, name: true } })
  const people = await system.prisma.person.findMany({ select: { id: true, fullName: true } })
  return {
    t: system.texts(system.defaultLocale),
    campaign,
    targets: new Map(plan.targets.map(({ code, shortName }) => [code, shortName])),
    duties: new Map(plan.duties.map(({ code, name }) => [code, name])),
    units: new Map(units.map(({ code, name }) => [code, name])),
    people: new Map(people.map(({ id, fullName }) => [id, fullName])),
  }
}
