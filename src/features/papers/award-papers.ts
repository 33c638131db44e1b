import type { TemplatedPaper } from './kind.ts'

const row = { no: 'text', name: 'text', unit: 'text', achievement: 'text', prize: 'text' } as const

const tags: TemplatedPaper['tags'] = {
  ...{ who: 'text', plan: 'text', campaign: 'text', year: 'text', proposer: 'text', prizes: 'text' },
  ...{ honoured: 'text', execution: 'text', day: 'text' },
  bases: { line: 'text' },
  ...{ collectives: row, people: row },
}

/** DOC19: the decision of the City's chairman with its list (decree 30/2020, form 1.2; domain.md §4.5). */
export const cityDecision: TemplatedPaper = { code: 'DOC19', tags }

/** DOC20: the same of a ward's or commune's chair. */
export const wardDecision: TemplatedPaper = { code: 'DOC20', tags }

/** DOC21: certificates, a page each (decree 98/2023, article 104). */
export const certificates: TemplatedPaper = {
  code: 'DOC21',
  frame: {},
  tags: {
    certificates: {
      ...{ authority: 'text', name: 'text', place: 'text', achievement: 'text', code: 'text', decision: 'text' },
      ...{ decisionDate: 'text', golden: 'text', dateLine: 'text', position: 'text', signer: 'text' },
    },
  },
}
