import { decision, right } from './right.ts'

const everybodySees = { CHAIR: 'all', VICE: 'all', PNV: 'all', FOCAL: 'all', OBSERVER: 'all' } as const
const officersAndAdmin = { PNV: 'all', ADMIN: 'all' } as const
const unitsPeople = { HEAD: 'own', WARD_CHAIR: 'own', CLERK: 'own' } as const
const members = { ...unitsPeople, COUNCIL: 'own', OFFICIAL: 'own', PRESS: 'own', FRONT: 'own' } as const

/**
 * The rights that several rooms ask for by name; those of one feature are declared there.
 * Source: plan 114 §3.2 and §7 (K01–K04); the administrator has no power over decisions.
 */
export const houseRights = {
  'campaign.see': right('campaign.see', { ...everybodySees, ADMIN: 'all' }),
  /** Records of a unit that are handed in. */
  'unit.see': right('unit.see', { ...members, ...everybodySees, CHECKER: 'all' }),
  /** Drafts and records of a unit that are not handed in. */
  'unit.seeDrafts': right('unit.seeDrafts', unitsPeople),
  'outbox.see': right('outbox.see', officersAndAdmin),
  /** Let a restored copy send messages. */
  'sending.letGo': right('sending.letGo', officersAndAdmin),
  /** Say that the unit has handed something in on paper or otherwise. */
  'received.claim': right('received.claim', unitsPeople),
  /** Confirm or decline what a unit says. */
  'received.decide': decision('received.decide', { PNV: 'all' }),
  /** Note what was received outside this system, and take such a note back. */
  'received.note': right('received.note', { PNV: 'all' }),
} as const

/** The name of a right of the house. */
export type Action = keyof typeof houseRights
