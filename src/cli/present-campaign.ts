import type { ActiveCampaign } from '../campaign/active.ts'
import { campaignsMark } from '../campaign/source.ts'
import { Complaint } from '../complaint.ts'
import type { System } from '../intake/system.ts'
import type { Tx } from '../store/transaction.ts'

/** The main campaign as the database has it now: what a running server remembers may be older than the last load. @throws NoCampaign */
export async function presentCampaign(system: System, tx: Tx): Promise<ActiveCampaign> {
  return system.campaign(tx, await campaignsMark(tx))
}

/**
 * The campaign that a command is about: the one that `--campaign` names, open or closed; else the only open one. Of several none is
 * guessed. @throws NoCampaign, Complaint
 */
export async function campaignAsked(system: System, tx: Tx, code: string | undefined): Promise<ActiveCampaign> {
  const { among } = await presentCampaign(system, tx)
  const t = system.texts(system.defaultLocale)
  const all = [...among.open, ...among.closed]
  const codes = all.map(one => one.code).join(', ')
  if (code === undefined) {
    if (among.open.length > 1) throw new Complaint(t('cli.whichCampaign', { codes }))
    return among.main
  }
  const asked = all.find(one => one.code === code)
  if (!asked) throw new Complaint(t('cli.unknownCampaign', { code, codes }))
  return asked
}
