import type { PersonalData } from '../../people/personal-data.ts'

const plan = { kept: 'the plan as it was issued, with the offices and the signature that it names in public' }

/** Tables in which nobody's personal data stand: the campaign, the units, what is owed, and how the system runs. */
export const impersonal: PersonalData = {
  name: 'none',
  says: {
    campaign: {
      code: 'impersonal',
      name: 'impersonal',
      starts_on: 'impersonal',
      ends_on: 'impersonal',
      plan,
      plan_hash: 'impersonal',
      code_mark: 'impersonal',
    },
    unit: {
      code: 'impersonal',
      name: 'impersonal',
      name_folded: 'impersonal',
      kind: 'impersonal',
      parent_code: 'impersonal',
      valid_from: 'impersonal',
      valid_to: 'impersonal',
      notes: { kept: 'from the file of units' },
    },
    heartbeat: { name: 'impersonal' },
    unit_succession: { from_code: 'impersonal', to_code: 'impersonal', on_date: 'impersonal' },
    applicability: { unit_code: 'impersonal', target_code: 'impersonal', reason: 'words', source: 'impersonal' },
    obligation: {
      unit_code: 'impersonal',
      duty_code: 'impersonal',
      period: 'impersonal',
      targets: 'impersonal',
      about: 'words',
      due_on: 'impersonal',
      opens_on: 'impersonal',
      remind_by: 'impersonal',
      returned_on: 'impersonal',
    },
    ranking_entry: { unit_code: 'impersonal', group: 'impersonal', decision: 'impersonal', decided_on: 'impersonal' },
    lease: { name: 'impersonal', owner: 'impersonal' },
    channel_token: { name: 'impersonal', state: 'impersonal' },
    setting: { key: 'impersonal', value: { kept: 'settings of the system' } },
  },
}
