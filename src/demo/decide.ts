import type { Ctx } from '../contract/feature.ts'
import { explanation } from '../features/forecast/kind.ts'
import { initiative } from '../features/initiatives/kind.ts'
import { launchDocument } from '../features/launch/kind.ts'
import { list } from '../features/lists/kind.ts'
import { report } from '../features/progress/kind.ts'
import { primaryCode } from '../features/progress/report-key.ts'
import { may } from '../people/may.ts'
import { formOf } from '../records/answers.ts'
import { type AnyKind, anyKind, waitsFor } from '../records/kind.ts'
import { decideRecord } from '../records/move.ts'
import { versionOf } from '../records/store.ts'
import type { Mark } from '../records/write.ts'
import type { Record as StoredRecord } from '../store/generated/client.ts'
import type { Scene } from './scene.ts'
import type { Dossier } from './season.ts'

const noReason = { reason: '', marks: [] }

/** The head approves what of it waits for them. */
export async function approve(scene: Scene, dossier: Dossier): Promise<void> {
  const ctx = await scene.as(scene.unit.head)
  const kind = kindOf(dossier)
  const gate = kind.rights.approve?.name ?? ''
  if (!ctx) return
  for (const { id } of await recordsOf(ctx, scene.happening.unit, dossier, gate))
    await decideRecord(ctx, kind, id, { action: 'approve', ...noReason })
}

/** Whoever it waits for takes it in. */
export async function accept(scene: Scene, dossier: Dossier): Promise<void> {
  const action = dossier.of === 'launch' ? 'accept' : 'verify'
  for (const record of await waitingOf(scene, dossier)) {
    const ctx = await scene.as(decider(scene, dossier, record))
    if (ctx) await decideRecord(ctx, kindOf(dossier), record.id, { action, ...noReason })
  }
}

/** The first of it goes back, with the question that is wrong and why. */
export async function giveBack(scene: Scene, dossier: Dossier): Promise<void> {
  const [record] = await waitingOf(scene, dossier)
  const ctx = record && (await scene.as(decider(scene, dossier, record)))
  if (!ctx) return
  const kind = kindOf(dossier)
  const { order } = formOf(kind, await versionOf(ctx.tx, record.id, record.version))
  const field = order.find(name => name === 'disbursed' || name === 'files') ?? order[0] ?? ''
  const marks: Mark[] = [{ field, reason: ctx.t(`demo.return.${reasonFor(dossier, field)}`) }]
  await decideRecord(ctx, kind, record.id, { action: 'return', reason: '', marks })
}

function reasonFor({ of }: Dossier, field: string): string {
  if (of === 'launch') return 'launch'
  return field === 'disbursed' ? 'sum' : 'figure'
}

/** A sample goes on to its next state. */
export async function moveSample(scene: Scene, title: string, action: string): Promise<void> {
  const { tx, campaign, happening, unit, officer } = scene
  const kind = anyKind(initiative)
  const record = await tx.record.findFirst({
    where: { campaignId: campaign.id, kind: kind.name, unitCode: happening.unit, title },
  })
  const right = kind.moves[action]?.right
  if (!record || !right) return
  for (const player of [unit.head, officer]) {
    const ctx = await scene.as(player)
    if (!ctx || !may(ctx.person, right, record)) continue
    const { asks } = kind.moves[action] ?? { asks: 'nothing' }
    const reason = asks === 'nothing' ? '' : ctx.t(`demo.initiative.moves.${action}`)
    return void (await decideRecord(ctx, kind, record.id, { action, reason, marks: [] }))
  }
}

/** The agency has read what the unit explained. */
export async function readExplanations(scene: Scene): Promise<void> {
  const kind = anyKind(explanation)
  const records = await scene.tx.record.findMany({
    where: { campaignId: scene.campaign.id, kind: kind.name, unitCode: scene.happening.unit, state: kind.handedIn },
  })
  for (const { id, topic } of records) {
    const ctx = await scene.as(scene.verifier(topic))
    if (ctx) await decideRecord(ctx, kind, id, { action: 'see', ...noReason })
  }
}

/** What the unit's lists say is verified. */
export async function readLists(scene: Scene): Promise<void> {
  const kind = anyKind(list)
  const records = await scene.tx.record.findMany({
    where: { campaignId: scene.campaign.id, kind: kind.name, unitCode: scene.happening.unit, state: kind.handedIn },
  })
  for (const { id, topic } of records) {
    const ctx = await scene.as(scene.verifier(topic))
    if (ctx) await decideRecord(ctx, kind, id, { action: 'verify', ...noReason })
  }
}

function kindOf({ of }: Dossier): AnyKind {
  return of === 'launch' ? anyKind(launchDocument) : anyKind(report)
}

function decider(scene: Scene, { of }: Dossier, { topic }: StoredRecord) {
  return of === 'launch' ? scene.officer : scene.verifier(topic)
}

function waitingOf(scene: Scene, dossier: Dossier): Promise<StoredRecord[]> {
  const kind = kindOf(dossier)
  return recordsOf(scene, scene.happening.unit, dossier, waitsFor(kind, kind.handedIn) ?? '')
}

function recordsOf(
  { tx, campaign }: Pick<Ctx, 'tx' | 'campaign'>,
  unitCode: string,
  dossier: Dossier,
  waits: string,
): Promise<StoredRecord[]> {
  const which =
    dossier.of === 'report'
      ? { period: dossier.period, topic: { in: dossier.targets.map(code => primaryCode(campaign.plan, code)) } }
      : {}
  const where = { campaignId: campaign.id, kind: kindOf(dossier).name, unitCode, waitsFor: waits, ...which }
  return tx.record.findMany({ where, orderBy: { number: 'asc' } })
}
