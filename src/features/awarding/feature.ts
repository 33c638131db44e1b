import type { Ctx, Feature, Outcome } from '../../contract/feature.ts'
import { linkToWeb } from '../../people/one-time-link.ts'
import type { AnyKind } from '../../records/kind.ts'
import type { Seams } from '../nominations/seams.ts'
import { heldOfAwarding } from './held.ts'
import { publicRoom } from './public-room.tsx'
import { answerObjection, object, seeList, setPublicDays } from './rights.ts'
import { AWARDING_PATH, awardingRoom } from './room.tsx'

/** The decision on who is awarded: the whole list on one page, public before it where that is set, with its number and its awards. */
export function awardingWith(kind: AnyKind, seams: Seams): Feature {
  return {
    name: 'awarding',
    rights: [seeList, object, answerObjection, setPublicDays],
    audits: {
      'award-decision': ['publish', 'publicDays', 'object', 'answer', 'decide', 'undo'].map(did => `awarding.${did}`),
    },
    rooms: [awardingRoom(kind, seams), publicRoom],
    personalData: heldOfAwarding,
    routes: { 'awarding.list': listLink },
  }
}

/** A link that signs in once and leads to the lists that this person decides on. */
async function listLink({ tx, person, now, publicUrl, t }: Ctx): Promise<Outcome> {
  const url = `${publicUrl}/vao/${await linkToWeb(tx, person.id, now)}?den=${AWARDING_PATH}`
  return { text: t('awarding.link'), links: [{ label: t('awarding.title'), url }] }
}
