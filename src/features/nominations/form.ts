import { z } from 'zod'
import type { Answers, Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { choice, choiceOf } from '../../conversation/kinds/choice.ts'
import { files } from '../../conversation/kinds/files.ts'
import { fullName } from '../../conversation/kinds/people.ts'
import { essay, longText, text } from '../../conversation/kinds/text.ts'
import { yesNo } from '../../conversation/kinds/yes-no.ts'

export const nomineeKinds = ['COLLECTIVE', 'INDIVIDUAL'] as const
export type NomineeKind = (typeof nomineeKinds)[number]

/** Who is asked to award (plan III.2, IV.1): the City, the province, the ward or commune itself. */
export const awardLevels = ['CITY', 'PROVINCE', 'WARD'] as const
export type AwardLevel = (typeof awardLevels)[number]

/** Stands beside the unit's own people and collectives: the name is typed. */
export const other = 'OTHER'

const option = z.object({ code: z.string(), label: z.string() })

const paramsSchema = z.object({
  levels: z.array(option).default([]),
  /** What the collective may be: the unit, those right below it, another one. */
  collectives: z.array(option).default([]),
  /** The unit's people but for whoever nominates. The code is what they are called here, so that it is told the same for ever. */
  people: z
    .array(option.extend({ personId: z.string(), name: z.string(), position: z.string(), isHead: z.boolean() }))
    .default([]),
  /** Somebody else, whose name is typed. */
  others: z.array(option).default([]),
  /** Kinds of people in the words of the plan. */
  kinds: z.array(option).default([]),
})

export type NominationParams = z.infer<typeof paramsSchema>

/** What may be chosen from. */
export function nominationParams(params: Params): NominationParams {
  return paramsSchema.parse(params)
}

const isCollective = ({ kind }: Answers) => kind === 'COLLECTIVE'
const isIndividual = ({ kind }: Answers) => kind === 'INDIVIDUAL'

function personIn({ person }: Answers, params: Params) {
  return nominationParams(params).people.find(({ code }) => code === person) ?? null
}

/** The unit's people, and another one: params hold no option for whom nobody is known. */
function peopleOffered(params: Params) {
  const { people, others } = nominationParams(params)
  return [...people, ...others]
}

/** Somebody who is not known by position here. */
function isToBeDescribed(answers: Answers, params: Params): boolean {
  return isIndividual(answers) && (personIn(answers, params)?.position ?? '') === ''
}

/**
 * A nominee and their achievement report (DOC15; headings of the topic form, domain.md §4.2). What is known is not asked: the position
 * of the unit's own people, whether they lead it. The author's text stands beside what verified figures say.
 */
export const nominationForm = defineForm({
  id: 'nomination',
  version: 1,
  texts: 'nomination.form',
  fields: {
    kind: choice(nomineeKinds),
    level: choiceOf(params => nominationParams(params).levels),
    collective: choiceOf(params => nominationParams(params).collectives, { when: isCollective }),
    collectiveName: text({
      ...{ min: 3, max: 200 },
      when: (answers: Answers) => isCollective(answers) && answers.collective === other,
    }),
    person: choiceOf(peopleOffered, { when: isIndividual }),
    personName: fullName({ when: (answers: Answers) => isIndividual(answers) && answers.person === other }),
    position: text({ max: 200, when: isToBeDescribed }),
    personKind: choiceOf(params => nominationParams(params).kinds, {
      when: (answers: Answers, params: Params) => isIndividual(answers) && nominationParams(params).kinds.length > 1,
    }),
    isLeader: yesNo({
      when: (answers: Answers, params: Params) => isIndividual(answers) && personIn(answers, params)?.isHead !== true,
    }),
    isDirectWorker: yesNo({ when: isIndividual }),
    isWoman: yesNo({ when: isIndividual }),
    isModel: yesNo(),
    summary: text({ min: 10, max: 300 }),
    profile: essay({ max: 5_000 }),
    achievements: essay(),
    measures: essay(),
    effects: essay(),
    lessons: longText({ optional: true, max: 5_000 }),
    cityTasks: yesNo({ when: isCollective }),
    unitTasks: yesNo({ when: isCollective }),
    isExemplary: yesNo(),
    files: files({ optional: true }),
  },
})

/** The parts of the report that are the author's own text. */
export const reportFields = ['profile', 'achievements', 'measures', 'effects', 'lessons'] as const
