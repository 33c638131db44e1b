import type { Ctx } from '../../contract/feature.ts'
import { reasonLength } from '../../contract/reason.ts'
import type { AnyKind } from '../../records/kind.ts'
import type { ReasonText } from '../../store/generated/client.ts'
import type { RefusedReason } from './room.tsx'

interface ReasonsProps {
  t: Ctx['t']
  kinds: readonly AnyKind[]
  kept: readonly ReasonText[]
  address: string
  csrf: string
  refused: RefusedReason | null
}

export function ReasonsPage({ t, kinds, kept, address, csrf, refused }: ReasonsProps) {
  const groups = [
    { kind: '', name: t('reasonTexts.all') },
    ...kinds.map(({ name }) => ({ kind: name, name: t(`${name}.page`) })),
  ]
  return (
    <>
      <h1>{t('reasonTexts.title')}</h1>
      <p>{t('reasonTexts.lead')}</p>
      {refused && (
        <p class="flash bad" role="alert">
          {refused.say}
        </p>
      )}
      <form class="compose" method="post" action={`${address}/them`}>
        <input type="hidden" name="csrf" value={csrf} />
        <div class="field">
          <label for="loai">{t('reasonTexts.kind')}</label>
          <select id="loai" name="loai">
            {groups.map(({ kind, name }) => (
              <option value={kind} selected={refused?.kind === kind}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="ly-do">{t('reasonTexts.text')}</label>
          <textarea id="ly-do" name="ly-do" rows={3} required minlength={reasonLength.min} maxlength={reasonLength.max}>
            {refused?.text ?? ''}
          </textarea>
        </div>
        <button type="submit" class="button primary">
          {t('reasonTexts.add')}
        </button>
      </form>
      {kept.length === 0 && <p class="empty">{t('reasonTexts.none')}</p>}
      {groups
        .filter(({ kind }) => kept.some(one => one.kind === kind))
        .map(({ kind, name }) => (
          <section>
            <h2>{name}</h2>
            <ul class="kept-reasons">
              {kept
                .filter(one => one.kind === kind)
                .map(({ id, text }) => (
                  <li>
                    <form method="post" action={`${address}/bo`}>
                      <input type="hidden" name="csrf" value={csrf} />
                      <input type="hidden" name="id" value={id} />
                      <span>{text}</span>{' '}
                      <button type="submit" class="button" aria-label={t('reasonTexts.removeOne', { text })}>
                        {t('reasonTexts.remove')}
                      </button>
                    </form>
                  </li>
                ))}
            </ul>
          </section>
        ))}
    </>
  )
}
