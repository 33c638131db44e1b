import type { ActiveCampaign } from '../../campaign/active.ts'
import { unitName } from '../../campaign/names.ts'
import { periodName } from '../../campaign/period-name.ts'
import type { Reorganisation, ReorganisationFault } from '../../campaign/reorganisation.ts'
import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import type { Carried, DutyLine } from './carry-out.ts'
import { headsTogether } from './places.ts'

export interface Part {
  heading: string
  lines: readonly string[]
}

/** What becomes of everybody and everything, for the page and the command line. A part with nothing in it is left out. */
export function carriedInWords(t: Translate, carried: Carried): Part[] {
  const { places, campaign } = carried
  const named = (code: string) => nameAmong(campaign, code)
  const head = (name: string, count = 0) => t(`reorganisation.heads.${name}`, { count })
  const together = headsTogether(places).map(({ to, people }) =>
    t('reorganisation.lines.together', { to: named(to), people: people.map(({ name }) => name).join(', ') }),
  )
  const told = [
    { heading: head('units'), lines: carried.units.map(unit => unitInWords(t, campaign, unit)) },
    { heading: head('together'), lines: together },
    { heading: head('people', places.people.length), lines: peopleInWords(t, carried) },
    { heading: head('duties'), lines: dutiesInWords(t, carried) },
    { heading: head('reminders'), lines: remindersInWords(t, carried) },
    {
      heading: head('drafts', places.drafts.length),
      lines: places.drafts.map(({ name, from, to }) =>
        t('reorganisation.lines.draft', { name, from: named(from), to: named(to) }),
      ),
    },
    {
      heading: head('records', places.records.length),
      lines: places.records.map(({ code, title, from, to }) =>
        t('reorganisation.lines.record', { code, title, from: named(from), to: named(to) }),
      ),
    },
    { heading: head('figures'), lines: figuresInWords(t, carried) },
    {
      heading: head('sheets'),
      lines: carried.sheetsLeft.map(({ unitCode, period }) =>
        t('reorganisation.lines.sheet', { unit: named(unitCode), period: periodName(period, t) }),
      ),
    },
  ]
  return told.filter(({ lines }) => lines.length > 0)
}

/** The day and the decision. */
export function sinceInWords(t: Translate, { effectiveOn, document }: Reorganisation): string {
  const by = document === '' ? t('reorganisation.noDocument') : document
  return t('reorganisation.since', { day: formatDate(effectiveOn), document: by })
}

function unitInWords(t: Translate, campaign: ActiveCampaign, { code, fate, to }: Carried['units'][number]): string {
  const names = to.map(one => nameAmong(campaign, one))
  const said = { from: nameAmong(campaign, code), code, to: names.join(', '), main: names[0] ?? '' }
  return t(`reorganisation.fates.${fate}`, said)
}

function peopleInWords(t: Translate, { places, campaign }: Carried): string[] {
  return places.people.map(({ name, roles, from, to }) => {
    const who = { name, roles: roles.map(role => t(`roles.${role}`)).join(', '), from: nameAmong(campaign, from) }
    if (to === null) return t('reorganisation.lines.personStops', who)
    return t('reorganisation.lines.person', { ...who, to: nameAmong(campaign, to) })
  })
}

function dutiesInWords(t: Translate, { duties, campaign }: Carried): string[] {
  const nameOf = (code: string, period: string) => {
    const name = campaign.plan.duties.find(duty => duty.code === code)?.name ?? code
    return period === '' ? name : t('office-files.calendar.ofPeriod', { name, period: periodName(period, t) })
  }
  const named = (code: string) => nameAmong(campaign, code)
  const { goOn, stay, begin, end } = duties
  const said = (line: string, { dutyCode, period, dueOn, from, to }: DutyLine) =>
    t(`reorganisation.lines.${line}`, {
      ...{ duty: nameOf(dutyCode, period), due: formatDate(dueOn) },
      ...{ from: from.map(named).join(', '), to: to === null ? '' : named(to) },
    })
  return [
    ...goOn.map(duty => said('dutyGoesOn', duty)),
    ...stay.map(duty => said(duty.to === null ? 'dutyStaysAlone' : 'dutyStays', duty)),
    ...(begin + end > 0 ? [t('reorganisation.lines.dutiesBegin', { count: begin, end })] : []),
  ]
}

function remindersInWords(t: Translate, { reminders: { goOn, end } }: Carried): string[] {
  return goOn + end > 0 ? [t('reorganisation.lines.reminders', { count: goOn, end })] : []
}

function figuresInWords(t: Translate, { figures, campaign }: Carried): string[] {
  return figures
    .filter(({ count }) => count > 0)
    .map(({ unit, to, count }) => {
      const said = { unit: nameAmong(campaign, unit), count }
      if (to === null) return t('reorganisation.lines.figuresStay', said)
      return t('reorganisation.lines.figures', { ...said, to: nameAmong(campaign, to) })
    })
}

/** The unit's name, with its code where another unit that exists besides it has the same. */
export function nameAmong(campaign: ActiveCampaign, code: string): string {
  const name = unitName(campaign, code)
  const isAlone = [...campaign.units.values()].every(
    unit => unit.code === code || unit.name !== name || unit.validTo !== null,
  )
  return isAlone ? name : `${name} (${code})`
}

/** What speaks against it. */
export function faultInWords(
  { t, campaign }: Pick<Ctx, 't' | 'campaign'>,
  { code, unit }: ReorganisationFault,
): string {
  const name = unitName(campaign, unit)
  return t(`reorganisation.faults.${code}`, { unit: name === unit ? unit : `${name} (${unit})` })
}
