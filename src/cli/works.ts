import { awardsLoadWork, awardsPreviewWork } from './awards-load.ts'
import { backupKeptWork, backupWork } from './backup-work.ts'
import { calendarLoadWork } from './calendar-load.ts'
import { dataDoctorWork } from './data-doctor.ts'
import { documentWork } from './document.ts'
import { exportWork } from './export.ts'
import { inviteWork } from './invite.ts'
import { peopleLoadWork } from './people-load.ts'
import { planLoadWork } from './plan-load.ts'
import { previewWork } from './preview.ts'
import { rankingLoadWork, rankingPreviewWork } from './ranking-load.ts'
import { unitsLoadWork, unitsPreviewWork } from './units-load.ts'
import { unitsReorganiseWork } from './units-reorganise.ts'
import type { Work } from './work.ts'
import { zaloDoctorWork } from './zalo-doctor.ts'
import { zaloLoginWork } from './zalo-login.ts'

/** Commands that need the database, by name. */
export const works = {
  'plan.load': planLoadWork,
  'units.load': unitsLoadWork,
  'people.load': peopleLoadWork,
  'calendar.load': calendarLoadWork,
  'units.preview': unitsPreviewWork,
  'units.reorganise': unitsReorganiseWork,
  'ranking.load': rankingLoadWork,
  'ranking.preview': rankingPreviewWork,
  'awards.load': awardsLoadWork,
  'awards.preview': awardsPreviewWork,
  invite: inviteWork,
  export: exportWork,
  document: documentWork,
  'reminders.preview': previewWork,
  'zalo.login': zaloLoginWork(process.env),
  backup: backupWork,
  'backup.kept': backupKeptWork,
  'data.doctor': dataDoctorWork,
  'zalo.doctor': zaloDoctorWork(process.env),
} as const satisfies Readonly<Record<string, Work>>

export type WorkName = keyof typeof works
