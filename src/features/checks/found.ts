import type { KeptAnswers } from '../../records/answers.ts'
import { versionOf } from '../../records/store.ts'
import type { Record as StoredRecord } from '../../store/generated/client.ts'
import type { Tx } from '../../store/transaction.ts'

/** What a check says by now; '' and null where nothing was said. */
export interface Checked {
  concerns: string
  content: string
  plannedOn: string
  team: string
  heldOn: string
  result: string
  /** What must be put right; null: nothing. */
  findings: string | null
  remedyBy: string | null
}

export async function saidIn(tx: Tx, { id, version }: StoredRecord): Promise<Checked> {
  const { answers } = await versionOf(tx, id, version)
  // Written by `kept` and by nothing else; these questions are answered with words and days.
  const kept = answers as unknown as KeptAnswers
  const said = (question: string) => String(kept[question]?.value ?? '')
  const orNull = (question: string) => said(question) || null
  return {
    ...{ concerns: said('concerns'), content: said('content'), plannedOn: said('plannedOn'), team: said('team') },
    ...{ heldOn: said('heldOn'), result: said('result') },
    ...{ findings: orNull('findings'), remedyBy: orNull('remedyBy') },
  }
}

/** A check by its code; its result was recorded. */
export async function checkNamed(tx: Tx, campaignId: string, code: string): Promise<StoredRecord | null> {
  return tx.record.findFirst({ where: { campaignId, kind: 'check', code, topic: { not: '' } } })
}
