import type { ActiveCampaign } from '../campaign/active.ts'
import { dayOf, instantOf } from '../clock.ts'
import type { Ctx } from '../contract/feature.ts'
import { makeCtx } from '../contract/make-ctx.ts'
import type { System } from '../intake/system.ts'
import { readPerson } from '../people/read-person.ts'
import type { Tx } from '../store/transaction.ts'
import type { Player } from './people.ts'
import { officerOf, playerOf } from './people.ts'
import type { Sample } from './samples.ts'
import type { Happening } from './season.ts'

/** One happening of the season while it is played: who may act in it, at its instant. */
export interface Scene {
  tx: Tx
  campaign: ActiveCampaign
  samples: readonly Sample[]
  happening: Happening
  at: Date
  /** Everything a feature is given when this player acts now; null: there is nobody, or nobody any more. */
  as(player: Player | undefined): Promise<Ctx | null>
  unit: { head: Player | undefined; focalPoint: Player | undefined; official: Player | undefined }
  officer: Player | undefined
  /** Who verifies figures of a target: its agency, else the office. */
  verifier(target: string): Player | undefined
}

interface Stage {
  system: System
  campaign: ActiveCampaign
  players: readonly Player[]
  samples: readonly Sample[]
}

export function sceneOf({ system, campaign, players, samples }: Stage, tx: Tx, happening: Happening): Scene {
  const at = instantOf(happening.at.epochMilliseconds)
  const { unit } = happening
  return {
    tx,
    campaign,
    samples,
    happening,
    at,
    as: async player => {
      const person = player && (await readPerson(tx, player.personId, dayOf(at, campaign.timeZone)))
      if (!player || !person) return null
      const account = { id: player.accountId, channel: 'web' as const }
      return makeCtx(system, tx, { campaign, account, person, now: at, sent: { sentAt: at, claimedAt: null } })
    },
    unit: {
      head: playerOf(players, unit, 'head'),
      focalPoint: playerOf(players, unit, 'CLERK'),
      official: playerOf(players, unit, 'OFFICIAL'),
    },
    officer: officerOf(players),
    verifier: code => {
      const target = campaign.plan.targets.find(one => one.code === code)
      const isMoney = target?.measure.kind === 'PERCENT' && target.measure.unit === 'money'
      const [agency] = (target?.focalAgencies ?? []).flatMap(one => playerOf(players, one, 'FOCAL') ?? [])
      return (isMoney ? agency : undefined) ?? officerOf(players) ?? agency
    },
  }
}
