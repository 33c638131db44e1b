import { held, type PersonalData } from '../people/personal-data.ts'
import { neutralName } from './neutral-name.ts'
import { removeFiles } from './remove-files.ts'
import { usedFiles } from './used-files.ts'

/** Files. What belongs to an official record stays, under a name that says nothing; all else goes with its bytes. */
export const heldOfFiles: PersonalData = {
  name: 'files',
  says: {
    stored_file: {
      name: 'words',
      sha256: 'impersonal',
      mime: 'impersonal',
      channel: 'impersonal',
      channel_ref: 'own',
      why: 'impersonal',
    },
    file_content: {
      sha256: 'impersonal',
      bytes: { kept: 'the document itself, as far as it belongs to an official record' },
    },
  },

  holds: async (tx, personId) => {
    const accounts = await tx.account.findMany({ where: { personId }, select: { id: true } })
    return held(
      await tx.storedFile.findMany({
        where: { accountId: { in: accounts.map(({ id }) => id) } },
        select: { name: true, size: true, mime: true, createdAt: true },
      }),
    )
  },

  erase: async (tx, erasure) => {
    const used = await usedFiles(tx)
    const files = await tx.$queryRaw<{ id: string; name: string; isUsed: boolean }[]>`
      SELECT f.id, f.name, f.id IN (${used}) AS "isUsed" FROM stored_file f
      WHERE f.account_id = ANY(${[...erasure.accountIds]}::uuid[])`
    await removeFiles(
      tx,
      files.filter(file => !file.isUsed).map(file => file.id),
    )
    for (const { id, name } of files.filter(file => file.isUsed)) {
      await tx.storedFile.update({ where: { id }, data: { name: neutralName(erasure, { id, name }), accountId: null } })
      // One that is still on its way is fetched by it.
      await tx.storedFile.updateMany({ where: { id, state: { not: 'PENDING' } }, data: { channelRef: null } })
    }
  },
}
