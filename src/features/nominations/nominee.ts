import type { ActiveCampaign } from '../../campaign/active.ts'
import { nameWithWard, unitName } from '../../campaign/names.ts'
import type { Answers, Params } from '../../conversation/field.ts'
import { fold } from '../../reading/text.ts'
import { type AwardLevel, awardLevels, type NomineeKind, nominationParams, other } from './form.ts'

/** Who is nominated, as it is said in the answers. */
export interface NamedNominee {
  kind: NomineeKind
  level: AwardLevel
  /** As it stands on papers. */
  name: string
  /** Words without accents: what is compared with other lists. */
  nameFolded: string
  /** A known person of the unit; null: a collective, or somebody who was typed. */
  personId: string | null
  /** The collective's own unit where it is one; else the unit that nominates. */
  unitCode: string
  position: string
  personKind: string
  isLeader: boolean
  isDirectWorker: boolean
  isWoman: boolean
  isModel: boolean
}

/** The nominee of a form that is answered whole. Pure. */
export function nomineeIn(answers: Answers, params: Params): NamedNominee {
  const { people, collectives, kinds } = nominationParams(params)
  const unit = String(params.unit)
  const common = {
    level: awardLevels.find(level => level === answers.level) ?? 'CITY',
    isModel: answers.isModel === true,
  }
  if (answers.kind === 'COLLECTIVE') {
    const chosen = collectives.find(({ code }) => code === answers.collective && code !== other)
    const name = chosen?.label ?? String(answers.collectiveName ?? '')
    const nobody = { personId: null, position: '', personKind: '', isLeader: false, isDirectWorker: false }
    return {
      ...{ kind: 'COLLECTIVE', ...common, ...nobody, isWoman: false },
      ...{ name, nameFolded: foldName(name), unitCode: chosen?.code ?? unit },
    }
  }
  const chosen = people.find(({ code }) => code === answers.person && code !== other)
  const name = chosen?.name ?? String(answers.personName ?? '')
  return {
    ...{ kind: 'INDIVIDUAL', ...common, name, nameFolded: foldName(name), unitCode: unit },
    personId: chosen?.personId ?? null,
    position: chosen?.position ? chosen.position : String(answers.position ?? ''),
    personKind: String(answers.personKind ?? kinds[0]?.code ?? ''),
    isLeader: chosen?.isHead === true || answers.isLeader === true,
    isDirectWorker: answers.isDirectWorker === true,
    isWoman: answers.isWoman === true,
  }
}

/** Whether a collective is that unit itself, by its own name or by that which names its ward. */
export function isUnitItself(
  campaign: Pick<ActiveCampaign, 'units'>,
  { kind, unitCode, nameFolded }: { kind: string; unitCode: string; nameFolded: string },
): boolean {
  return kind === 'COLLECTIVE' && namesOfUnit(campaign, unitCode).includes(nameFolded)
}

/** As names are compared. */
export function namesOfUnit(campaign: Pick<ActiveCampaign, 'units'>, unitCode: string): string[] {
  return [unitName(campaign, unitCode), nameWithWard(campaign, unitCode)].map(foldName)
}

/** A name as it is compared between lists: without accents, signs and double spaces. */
export function foldName(name: string): string {
  return fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
