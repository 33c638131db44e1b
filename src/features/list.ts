import type { Feature } from '../contract/feature.ts'
import { isOfRecords, recordsOf } from '../records/feature.ts'
import { aboutCampaign } from './about/feature.ts'
import { accounts } from './accounts/feature.ts'
import { activities } from './activities/feature.ts'
import { applicability } from './applicability/feature.ts'
import { logsOf } from './audit/feature.ts'
import { onlyByList } from './awarding/by-list.ts'
import { awardingWith } from './awarding/feature.ts'
import { awards } from './awards/feature.ts'
import { pastAwardsOf } from './awards/past.ts'
import { boardOfCampaign } from './board/feature.ts'
import { broadcasts } from './broadcast/feature.ts'
import { calendar } from './calendar/feature.ts'
import { campaignsWith } from './campaigns/feature.ts'
import { cases } from './cases/feature.ts'
import { casesAbout } from './cases/store.ts'
import { catalogue } from './catalogue/feature.ts'
import { checkRemedies, checks } from './checks/feature.ts'
import { agreedOn } from './council/agreement.ts'
import { council } from './council/feature.ts'
import { criteria, criterionReports } from './criteria/feature.ts'
import { deadLetters } from './dead-letters/feature.ts'
import { deadlines } from './deadlines/feature.ts'
import { decisionsOf } from './decisions/feature.ts'
import { deliveries } from './deliveries/feature.ts'
import { dossier } from './dossier/feature.ts'
import { drafts } from './drafts/feature.ts'
import { explanations } from './forecast/explanations.ts'
import { forecasting } from './forecast/feature.ts'
import { movements, supervisions } from './front/feature.ts'
import { house } from './house.ts'
import { initiatives } from './initiatives/feature.ts'
import { inviting } from './inviting/feature.ts'
import { joiningInto } from './joining/feature.ts'
import { launching } from './launch/feature.ts'
import { law } from './law/feature.ts'
import { leaders } from './leaders/feature.ts'
import { lists } from './lists/feature.ts'
import { loads } from './loads/feature.ts'
import { menuOver } from './menu/feature.ts'
import { messages } from './messages/feature.ts'
import { myRightsOver } from './my-rights/feature.ts'
import { appraisals } from './nominations/appraisals.ts'
import { nominationsWith } from './nominations/feature.ts'
import type { Seams } from './nominations/seams.ts'
import { papers } from './papers/feature.ts'
import { participants } from './participation/feature.ts'
import { personalDataFeature } from './personal-data/feature.ts'
import { personalDataIn } from './personal-data/rooms.ts'
import { progress } from './progress/feature.ts'
import { reasonTextsFor } from './reason-texts/feature.ts'
import { receivedOutside } from './received/feature.ts'
import { remedies } from './remedies/feature.ts'
import { reminders } from './reminders/feature.ts'
import { reorganisationOf } from './reorganisation/feature.ts'
import { replications } from './replications/feature.ts'
import { headResults, results } from './results/feature.ts'
import { retention } from './retention/feature.ts'
import { rolesOf } from './roles/feature.ts'
import { searchOver } from './search/feature.ts'
import { sending } from './sending/feature.ts'
import { settings } from './settings/feature.ts'
import { successionOf } from './succession/feature.ts'
import { summaries } from './summaries/feature.ts'
import { taskList } from './tasks/feature.ts'
import { webLink } from './web-link/feature.ts'
import { works } from './works/feature.ts'

/** What staff hand in and others decide on. A new kind is one more line here. */
const registers: readonly Feature[] = [
  progress,
  lists,
  launching,
  initiatives,
  explanations,
  forecasting,
  applicability,
  criteria,
  criterionReports,
  summaries,
  receivedOutside,
  works,
  remedies,
  activities,
  participants,
  results,
  headResults,
  supervisions,
  movements,
  replications,
  checks,
  checkRemedies,
]

/** Nominees; what registers, councils and the register of awards know of them is given to it here. */
export const seams: Seams = {
  ...{ agreedOn, pastAwardsOf, onlyByList, casesAbout },
  registers: registers.filter(isOfRecords).map(({ record }) => record),
}
/** With all that it asks of the features above it. */
export const nominations = nominationsWith(seams)

export const records: readonly Feature[] = [...registers, nominations]

/** All features, in the order in which menus name them: what follows from the records, and the rest. */
export function featuresWith(handedIn: readonly Feature[]): readonly Feature[] {
  const ordinary = ordinaryWith(handedIn)
  const aboutMe = personalDataFeature(personalDataIn([...ordinary, aboutCampaign]))
  const myRights = myRightsOver([...ordinary, aboutMe, aboutCampaign])
  const menu = menuOver([...ordinary, aboutMe, aboutCampaign, myRights])
  const begin = [joiningInto(menu.show), menu, ...ordinary]
  const searched = searchOver([...ordinary, aboutCampaign])
  const all = [...begin, aboutMe, aboutCampaign, myRights, retention, searched, ...house]
  return [...all, ...logsOf(all)]
}

function ordinaryWith(handedIn: readonly Feature[]): readonly Feature[] {
  const common = recordsOf(handedIn)
  return [
    taskList,
    ...handedIn,
    common,
    catalogue,
    dossier,
    decisionsOf([common, ...handedIn, council]),
    broadcasts,
    boardOfCampaign,
    leaders,
    council,
    appraisals,
    papers,
    deliveries,
    awardingWith(nominations.record, seams),
    awards,
    cases,
    reasonTextsFor(handedIn),
    drafts,
    deadlines,
    law,
    reminders,
    messages,
    deadLetters,
    inviting,
    rolesOf(handedIn),
    accounts,
    sending,
    webLink,
    calendar,
    settings,
    campaignsWith(handedIn),
    loads,
    reorganisationOf(handedIn),
    successionOf(handedIn),
  ]
}

export const features: readonly Feature[] = featuresWith(records)

/** What the whole system holds of people: the copy that a person gets, and what is erased. */
export const personalData = personalDataIn([...ordinaryWith(records), aboutCampaign])
