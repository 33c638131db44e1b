/** A word of the house with its one meaning. */
export interface Word {
  word: string
  /** The forms of it, as a part of a name. */
  forms: RegExp
  means: string
  /** Beginnings of the paths under `src` where exported names and files may bear it. */
  at: readonly string[]
  /** Names elsewhere that still have it, each to be given another. */
  still?: readonly string[]
}

/** The glossary of CONTRIBUTING.md is made of these. */
export const words: readonly Word[] = [
  {
    word: 'record',
    forms: /^records?$/,
    means: 'what was handed in and is decided upon; never «to write down»',
    at: ['records/', 'features/', 'demo/'],
  },
  {
    word: 'move',
    forms: /^move[sd]?$/,
    means: 'a change of a record’s state, by somebody, in a role, with a reason',
    at: ['records/', 'demo/'],
  },
  {
    word: 'settle',
    forms: /^settle[sd]?$/,
    means: 'to bring what applies and what is owed into line with the plan or with a record',
    at: ['campaign/', 'obligations/', 'records/'],
  },
  {
    word: 'standing',
    forms: /^standings?$/,
    means: 'how reports of a period stand with the head and the officers, and what shows it',
    at: ['figures/', 'features/board/', 'features/progress/'],
  },
  {
    word: 'verdict',
    forms: /^verdicts?$/,
    means: 'what pace and forecast say of a unit’s sum today',
    at: ['features/forecast/'],
  },
  {
    word: 'membership',
    forms: /^membership$/,
    means: 'whether a unit belongs to a circle of the plan',
    at: ['campaign/'],
  },
  {
    word: 'fact',
    forms: /^facts?$/,
    means: 'typed values that are counted or joined: lifted out of answers, or gathered for a rule to judge',
    at: ['features/initiatives/', 'features/nominations/', 'figures/', 'features/board/'],
    still: ['reading/fields/other-facts.ts', 'reading/fields/other-facts.ts isOtherFact'],
  },
  {
    word: 'notified',
    forms: /^told$/,
    means: 'a person has been sent a reminder or notice; not «told»',
    at: [],
  },
  {
    word: 'placeholder',
    forms: /^holes?$/,
    means: '`{{name}}` in a text; not «hole»',
    at: [],
  },
]

/** The glossary as it stands in CONTRIBUTING.md. */
export function glossary(): string {
  return ['| Word | Means |', '|---|---|', ...words.map(({ word, means }) => `| ${word} | ${means} |`)].join('\n')
}
