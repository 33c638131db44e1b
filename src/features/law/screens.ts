import { isIsoDay } from '../../campaign/iso-day.ts'
import type { Ctx, Outcome } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import { type AskedLaw, type SectionKey, sectionKeys, sections } from './sections.ts'

type Args = Readonly<Record<string, string>>

/** What the law says of one thing, on the day or for the year that was named; without a word, which law the campaign has. */
export async function showLaw(ctx: Ctx, args: Args): Promise<Outcome> {
  const { t, campaign } = ctx
  const topic = sectionKeys.find(key => key === args.topic) ?? 'campaign'
  const asked = askedOf(ctx, args)
  const others = sectionKeys.filter(key => key !== topic)
  const when = args.day !== undefined ? { day: args.day } : args.year !== undefined ? { year: args.year } : {}
  return {
    title: titleOf(ctx, topic, asked),
    text: sections[topic](asked, campaign.calendar, t).join('\n'),
    choices: [
      ...others.map(key => ({ label: t(`law.sections.${key}`), go: { to: 'law', args: { topic: key, ...when } } })),
      { label: t('menu.toMenu'), go: { to: 'menu' } },
    ],
  }
}

/** The days that are meant: of a year that was named its last day, otherwise the day that was named, otherwise today. */
export function askedOf({ campaign, today }: Ctx, args: Args): AskedLaw {
  const { startsOn, endsOn, year } = campaign.plan
  const of = args.year === undefined ? { from: startsOn, to: endsOn, year } : wholeYear(args.year)
  const day = args.day ?? (args.year === undefined ? today.toString() : of.to)
  return { day, receivedOn: args.receivedOn ?? day, ...of }
}

function wholeYear(year: string): Pick<AskedLaw, 'from' | 'to' | 'year'> {
  return { from: `${year}-01-01`, to: `${year}-12-31`, year: Number(year) }
}

function titleOf({ t }: Ctx, topic: SectionKey, { day, year }: AskedLaw): string {
  const name = t(`law.sections.${topic}`)
  if (topic === 'campaign') return t('law.titleOfYear', { name, year })
  return isIsoDay(day) ? t('law.titleOfDay', { name, day: formatDate(day) }) : name
}
