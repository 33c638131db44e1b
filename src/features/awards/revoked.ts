import type { Tx } from '../../store/transaction.ts'

/** Certificates that are good no more, by their serials: what everybody may know. */
export async function revokedSerials(tx: Pick<Tx, 'award'>): Promise<{ serial: string; on: string }[]> {
  const rows = await tx.award.findMany({
    where: { revokedOn: { not: null }, serial: { not: null } },
    select: { serial: true, revokedOn: true },
    orderBy: { revokedOn: 'asc' },
  })
  return rows.flatMap(({ serial, revokedOn }) => (serial && revokedOn ? [{ serial, on: revokedOn }] : []))
}
