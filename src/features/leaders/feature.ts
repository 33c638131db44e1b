import type { Feature } from '../../contract/feature.ts'
import { tellLeaders } from './monthly.ts'
import { leadersThisMorning } from './morning.ts'
import { overview } from './rights.ts'
import { leadersRoom } from './room.tsx'
import { showSummary } from './screens.ts'

/** How the campaign stands, for those who lead it: a page, a word in chat, a summary at the beginning of each month. */
export const leaders: Feature = {
  name: 'leaders',
  rights: [overview],
  commands: [
    {
      to: 'leaders',
      says: 'leaders.command',
      slash: 'tongquan',
      words: ['tongquan|tổng quan|tình hình (chung|phong trào)|tổng quan phong trào'],
      offeredTo: [overview],
      isHelped: true,
    },
  ],
  routes: { leaders: showSummary },
  beat: tellLeaders,
  morning: leadersThisMorning,
  rooms: [leadersRoom],
}
