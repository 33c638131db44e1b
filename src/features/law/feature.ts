import type { Feature } from '../../contract/feature.ts'
import { lapsesWaiting } from './lapses.ts'
import { askedLaw } from './question.ts'
import { keepLaw } from './rights.ts'
import { lawRoom } from './room.tsx'
import { showLaw } from './screens.ts'

/** Which law holds on which day: asked in the chat, looked up on the desk, and told to officers before it lapses. */
export const law: Feature = {
  name: 'law',
  rights: [keepLaw],
  commands: [
    {
      to: 'law',
      says: 'law.command',
      slash: 'luat',
      words: [
        'luat|luật|căn cứ pháp lý|theo luật nào|quy định khen thưởng|luật (thi đua|khen thưởng|thi đua khen thưởng)',
      ],
      isHelped: true,
    },
  ],
  routes: { law: showLaw },
  asked: askedLaw,
  waiting: lapsesWaiting,
  decides: [keepLaw],
  rooms: [lawRoom],
}
