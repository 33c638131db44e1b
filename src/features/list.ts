import type { Feature } from '../contract/feature.ts'
import { recordsOf } from '../records/feature.ts'
import { boardOfCampaign } from './board/feature.ts'
import { broadcasts } from './broadcast/feature.ts'
import { deadLetters } from './dead-letters/feature.ts'
import { decisionsOf } from './decisions/feature.ts'
import { drafts } from './drafts/feature.ts'
import { forecasting } from './forecast/feature.ts'
import { initiatives } from './initiatives/feature.ts'
import { inviting } from './inviting/feature.ts'
import { joining } from './joining/feature.ts'
import { launching } from './launch/feature.ts'
import { menu } from './menu/feature.ts'
import { messages } from './messages/feature.ts'
import { personalDataFeature } from './personal-data/feature.ts'
import { personalDataIn } from './personal-data/rooms.ts'
import { progress } from './progress/feature.ts'
import { receivedOutside } from './received/feature.ts'
import { reminders } from './reminders/feature.ts'
import { retention } from './retention/feature.ts'
import { sending } from './sending/feature.ts'
import { settings } from './settings/feature.ts'
import { taskList } from './tasks/feature.ts'
import { webLink } from './web-link/feature.ts'

/** What staff hand in and others decide on. A new feature is one more line here. */
const records: readonly Feature[] = [launching, initiatives, progress, forecasting, receivedOutside]

/** What all records have in common; the rest of each is in its own feature. */
const common = recordsOf(records)

const ordinary: readonly Feature[] = [
  joining,
  menu,
  taskList,
  ...records,
  common,
  decisionsOf([common, ...records]),
  boardOfCampaign,
  drafts,
  reminders,
  broadcasts,
  messages,
  deadLetters,
  sending,
  inviting,
  settings,
]

/** What the whole system holds of people: the copy that a person gets, and what is erased. */
export const personalData = personalDataIn(ordinary)

export const features: readonly Feature[] = [...ordinary, personalDataFeature(personalData), retention, webLink]
