import type { Params } from '../../conversation/field.ts'
import { defineForm } from '../../conversation/form.ts'
import { choice, choiceOf } from '../../conversation/kinds/choice.ts'
import { fullName } from '../../conversation/kinds/people.ts'
import { unit } from '../../conversation/kinds/unit.ts'

interface Named {
  readonly code: string
  readonly label: string
}

const unitsOf = (params: Params) => (params.units ?? []) as unknown as readonly Named[]
const rolesOf = (params: Params) => (params.roles ?? []) as unknown as readonly Named[]

const isEnded = {
  field: 'unit' as const,
  problem: ({ unit }: Readonly<Record<string, unknown>>, params: Params) => {
    const ended = (params.ended as Readonly<Record<string, string>> | undefined)?.[String(unit)]
    return ended === undefined ? null : { name: 'ended', params: { ended } }
  },
}

/** What is not known yet of an invitation: the unit of those who invite for several, the role, the name. */
export const inviteForm = defineForm({
  id: 'invite',
  version: 2,
  texts: 'inviting.form',
  fields: {
    unit: unit(unitsOf, { when: (_, params) => typeof params.unit !== 'string' }),
    role: choiceOf(rolesOf, { when: (_, params) => typeof params.role !== 'string' }),
    fullName: fullName({ optional: true, when: (_, params) => typeof params.name !== 'string' }),
  },
  checks: [isEnded],
})

/** The form of before units invited their own people. */
export const firstInviteForm = defineForm({
  id: 'invite',
  version: 1,
  texts: 'inviting.form',
  fields: {
    unit: unit(unitsOf),
    role: choice(['CLERK', 'HEAD', 'OFFICIAL', 'PRESS', 'FOCAL', 'PNV', 'CHAIR', 'OBSERVER']),
    fullName: fullName({ optional: true }),
  },
  checks: [isEnded],
})
