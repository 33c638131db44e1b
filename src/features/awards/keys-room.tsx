import type { DeskRoom } from '../../contract/desk-page.ts'
import { writeAudit } from '../../people/audit.ts'
import { givingRole, may } from '../../people/may.ts'
import { keyIdOf } from './certificate/sign.ts'
import { checkPath } from './check-page.tsx'
import { publicKeys, rotateKey } from './office-key.ts'
import { changeKey } from './rights.ts'

/** The keys with which certificates are signed: the public halves for everybody, a new one when the old one may be known. */
export const keysRoom: DeskRoom = {
  path: 'khoa-giay-khen',
  group: 'upkeep',
  title: 'awards.keys.title',
  mayOpen: person => may(person, changeKey),

  answer: async (ctx, { rest, form, address, csrf }) => {
    const { t, tx, now, person } = ctx
    if (rest === 'khoa.txt') {
      const lines = (await publicKeys(tx)).map(({ publicKey }) => `${keyIdOf(publicKey)} ed25519 ${publicKey}\n`)
      return {
        file: { name: 'khoa-cong-khai.txt', mime: 'text/plain', bytes: new TextEncoder().encode(lines.join('')) },
      }
    }
    if (rest !== '') return null
    if (form) {
      const held = givingRole(person, changeKey, {})
      if (!held) return null
      const { publicKey } = await rotateKey(tx, await ctx.officeSecret(), now)
      const subject = { subjectType: 'office-key', subjectId: keyIdOf(publicKey) }
      await writeAudit(tx, { actorId: person.id, actorRole: held.role, action: 'officeKey.change', ...subject }, now)
      return { goTo: address, isGood: true, say: t('awards.keys.changed') }
    }
    const keys = await publicKeys(tx)
    return {
      title: t('awards.keys.title'),
      body: () => (
        <>
          <h1>{t('awards.keys.title')}</h1>
          <p>{t('awards.keys.lead')}</p>
          {keys.length === 0 && <p class="empty">{t('awards.keys.none')}</p>}
          <ul>
            {keys.map(({ publicKey, from, to }) => (
              <li>
                <code>{keyIdOf(publicKey)}</code>{' '}
                {to === null
                  ? t('awards.keys.inUse', { from: ctx.localTime(from) })
                  : t('awards.keys.retired', { from: ctx.localTime(from), to: ctx.localTime(to) })}
              </li>
            ))}
          </ul>
          <p>
            <a href={`${address}/khoa.txt`}>{t('awards.keys.download')}</a> ·{' '}
            <a href={checkPath}>{t('awards.keys.page')}</a>
          </p>
          <form method="post" action={address}>
            <input type="hidden" name="csrf" value={csrf} />
            <button type="submit" class="button">
              {t('awards.keys.change')}
            </button>
          </form>
        </>
      ),
    }
  },
}
