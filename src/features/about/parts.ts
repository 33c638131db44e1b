import type { Ctx } from '../../contract/feature.ts'
import { lawUntold, libraryOf } from './library.ts'

/** A part of the plan as it is told: its key names its heading under `about.parts`. */
export interface Part {
  key: string
  lines(ctx: Ctx): readonly string[]
}

/** What the plan says besides purposes, requirements and theme; those without a line in this plan are left out. */
export const parts: readonly Part[] = [
  { key: 'who', lines: whoDoesWhat },
  { key: 'contents', lines: contents },
  { key: 'bases', lines: bases },
  { key: 'launch', lines: ({ campaign }) => campaign.plan.launchChecklist },
  { key: 'awards', lines: awards },
  { key: 'papers', lines: papers },
  { key: 'press', lines: press },
  { key: 'recipients', lines: recipients },
  { key: 'openPoints', lines: openPoints },
]

/** The person's own roles first, then what everybody is asked, then the others. */
function whoDoesWhat({ campaign, person, t }: Ctx): string[] {
  const { roles, roleDuties } = campaign.plan
  const own = new Set<string>(person.roles.map(({ role }) => role))
  const sorted = [...roles.filter(({ code }) => own.has(code)), ...roles.filter(({ code }) => !own.has(code))]
  const dutiesOf = (code: string) => roleDuties.filter(duty => duty.roles.includes(code))
  const inWords = ({ text, section }: (typeof roleDuties)[number]) => t('about.withSection', { text, section })
  return [
    t('about.everybody', { duties: dutiesOf('ALL').map(inWords).join(' ') }),
    ...sorted.map(({ code, name, may, sections, isDefault }) =>
      [
        t(own.has(code) ? 'about.ownRole' : 'about.role', { name, may }),
        isDefault ? t('about.notInPlan') : t('about.sections', { sections: sections.join(', ') }),
        ...dutiesOf(code).map(inWords),
      ].join(' '),
    ),
  ]
}

function contents({ campaign, t }: Ctx): string[] {
  const { headings, targets, activities } = campaign.plan
  const alone = targets.filter(({ partOf }) => !headings.some(({ code }) => code === partOf))
  return [
    ...headings.map(({ code, shortName }) => {
      const own = targets.filter(({ partOf }) => partOf === code)
      return t('about.heading', { name: shortName, parts: own.map(({ name }) => name).join('; ') })
    }),
    ...alone.map(({ shortName, section }) => t('about.withSection', { text: shortName, section })),
    ...activities.map(({ name, fields, section, isRestricted }) =>
      t(isRestricted ? 'about.restrictedActivity' : 'about.activity', { name, section, fields: fields.join(', ') }),
    ),
  ]
}

function bases(ctx: Ctx): string[] {
  const untold = lawUntold(ctx)
  return [...libraryOf(ctx).map(({ told }) => told), ...(untold === null ? [] : [untold])]
}

function awards({ campaign, t }: Ctx): string[] {
  const { commendation, decisions, documents, identity } = campaign.plan
  const asked = commendation.papers.map(({ document, perNominee }) => {
    const name = documents.find(({ code }) => code === document)?.name ?? document
    return perNominee ? t('about.forEach', { name }) : name
  })
  return [
    t('about.emulationKind', { kind: identity.emulationKind }),
    t('about.awardForm', { form: identity.awardForm }),
    t('about.index', { year: identity.parIndexYear }),
    ...(asked.length > 0 ? [t('about.dossier', { papers: asked.join('; ') })] : []),
    ...commendation.rules.map(({ text, test, appliesTo }) =>
      t('about.rule', { text, test, whom: t(`about.whom.${appliesTo}`) }),
    ),
    ...decisions.map(({ name, takenBy, softwareNeverDecides }) =>
      t(softwareNeverDecides ? 'about.decisionOfPeople' : 'about.decision', { name, who: takenBy }),
    ),
  ]
}

function papers({ campaign, t }: Ctx): string[] {
  return campaign.plan.documents.map(({ name, madeBy, sentTo, isNamedInPlan, section }) =>
    t(isNamedInPlan ? 'about.paper' : 'about.paperNotNamed', { name, by: madeBy, to: sentTo, section }),
  )
}

function press({ campaign, t }: Ctx): string[] {
  const { workTopics, workGenres } = campaign.plan
  if (workTopics.length === 0) return []
  return [
    t('about.topics', { topics: workTopics.map(({ name }) => name).join('; ') }),
    t('about.genres', { genres: workGenres.map(({ name }) => name).join('; ') }),
  ]
}

function recipients({ campaign, t }: Ctx): string[] {
  const { recipients: all, signature, identity } = campaign.plan
  const { authorityLine, position, name } = signature
  return [
    ...all.map(one => t(`about.recipient.${one.purpose}`, { name: one.name })),
    identity.filingNote,
    t('about.signed', { authority: authorityLine, position, name }),
  ]
}

function openPoints({ campaign, t }: Ctx): string[] {
  return campaign.plan.openPoints.map(({ point, settledAs }) => t('about.openPoint', { point, settledAs }))
}
