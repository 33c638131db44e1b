import type { TemplatedPaper } from './kind.ts'

/** DOC14: the minutes of a council (decree 30/2020, form 1.9; domain.md §4.4), drafted from what happened in the sitting. */
export const councilMinutes: TemplatedPaper = {
  code: 'DOC14',
  frame: { superior: 'text', issuer: 'text', number: 'text', dateLine: 'text', recipients: { line: 'text' } },
  tags: {
    ...{ plan: 'text', campaign: 'text', year: 'text', council: 'text', code: 'text', place: 'text', began: 'text' },
    ...{ closed: 'text', chair: 'text', secretary: 'text', members: 'text', present: 'text', absent: 'text' },
    ...{ written: 'text', quorum: 'text', count: 'text', mode: 'text', pass: 'text', opening: 'text' },
    ...{ conclusion: 'text', reading: 'text' },
    attendance: { no: 'text', name: 'text', position: 'text', part: 'text', state: 'text' },
    conflicts: { text: 'text' },
    cases: {
      ...{ no: 'text', nominee: 'text', issued: 'text', returned: 'text', valid: 'text', agree: 'text' },
      ...{ disagree: 'text', share: 'text', verdict: 'text' },
    },
    opinions: { text: 'text' },
    remarks: { text: 'text' },
  },
}
