import { reminders } from '../reminders/feature.ts'
import { boardOfCampaign } from './board/feature.ts'
import { broadcasts } from './broadcast/feature.ts'
import { deadLetters } from './dead-letters/feature.ts'
import { decisionsOf } from './decisions/feature.ts'
import { drafts } from './drafts/feature.ts'
import type { Feature } from './feature.ts'
import { forecasting } from './forecast/feature.ts'
import { initiatives } from './initiatives/feature.ts'
import { inviting } from './inviting/feature.ts'
import { joining } from './joining/feature.ts'
import { launching } from './launch/feature.ts'
import { menu } from './menu/feature.ts'
import { messages } from './messages/feature.ts'
import { personalData } from './personal-data/feature.ts'
import { progress } from './progress/feature.ts'
import { settings } from './settings/feature.ts'
import { taskList } from './tasks/feature.ts'
import { webLink } from './web-link/feature.ts'

/** What staff hand in and others decide on. A new feature is one more line here. */
const records: readonly Feature[] = [launching, initiatives, progress, forecasting]

export const features: readonly Feature[] = [
  joining,
  menu,
  taskList,
  ...records,
  decisionsOf(records),
  boardOfCampaign,
  drafts,
  reminders,
  broadcasts,
  messages,
  deadLetters,
  inviting,
  settings,
  personalData,
  webLink,
]
