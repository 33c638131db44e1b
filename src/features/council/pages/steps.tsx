import { mayPrepare } from '../rights.ts'
import { leads, memberOf } from '../sitting.ts'
import { confirmsAs } from '../steps/minutes.ts'
import { Field, Step } from './parts.tsx'
import type { SittingProps } from './sitting-page.tsx'

/** What this person may do now to bring the sitting on, or to come to it. */
export function Steps({ ctx, address, csrf, sitting }: SittingProps) {
  const { t, person, campaign } = ctx
  const { state, id } = sitting
  const me = memberOf(sitting, ctx)
  const isLeading = leads(sitting, me)
  const isPreparing = mayPrepare(person, campaign, sitting.unitCode)
  const isOpen = state === 'INVITED' || state === 'VOTING'
  const common = { action: `${address}/${id}`, csrf }
  const as = confirmsAs(ctx, sitting)
  return (
    <div class="actions">
      {isPreparing && state === 'PREPARED' && (
        <Step {...common} name="moi" label={t('council.buttons.invite')} isMain>
          <p>{t('council.invite.hint')}</p>
        </Step>
      )}
      {me && isOpen && me.attendance !== 'PRESENT' && (
        <Step {...common} name="toi-co-mat" label={t('council.buttons.present')} isMain />
      )}
      {me && state === 'INVITED' && me.attendance !== 'COMING' && me.attendance !== 'PRESENT' && (
        <Step {...common} name="se-du" label={t('council.buttons.coming')} />
      )}
      {me && isOpen && me.attendance !== 'ABSENT' && !(state === 'VOTING' && me.attendance === 'PRESENT') && (
        <Step {...common} name="vang" label={t('council.buttons.absent')}>
          <Field id="ly-do-vang" label={t('council.attend.why')}>
            <input id="ly-do-vang" name="ly-do" maxlength={200} />
          </Field>
        </Step>
      )}
      {isLeading && state === 'INVITED' && (
        <Step {...common} name="bat-dau" label={t('council.buttons.begin')} isMain />
      )}
      {isLeading && state === 'VOTING' && (
        <Step {...common} name="dong" label={t('council.buttons.close')}>
          <p>{t('council.close.hint')}</p>
        </Step>
      )}
      {me && state === 'CLOSED' && (
        <Step {...common} name="mo-phieu" label={t('council.buttons.open')} isMain={me.part === 'CHAIR'}>
          <p>{t(me.part === 'CHAIR' ? 'council.open.hint' : 'council.open.spareHint')}</p>
          <Field id="cum" label={t('council.key.phrase')}>
            <input id="cum" name="cum" autocomplete="off" autocapitalize="characters" required maxlength={60} />
          </Field>
        </Step>
      )}
      {me && state === 'OPENED' && (
        <Step {...common} name="da-doc" label={t('council.buttons.read')}>
          <p>{t(me.readAt === null ? 'council.minutes.toRead' : 'council.minutes.haveRead')}</p>
          <Field id="y-kien-bb" label={t('council.minutes.remarkLabel')}>
            <textarea id="y-kien-bb" name="y-kien" rows={3} maxlength={1000}>
              {me.remark}
            </textarea>
          </Field>
        </Step>
      )}
      {as && state === 'OPENED' && (
        <Step {...common} name="xac-nhan" label={t('council.buttons.confirm')} isMain>
          <p>{t(sitting[as] === null ? 'council.minutes.toConfirm' : 'council.minutes.waits')}</p>
        </Step>
      )}
      {isPreparing && (state === 'PREPARED' || isOpen || state === 'CLOSED') && (
        <details>
          <summary>{t('council.buttons.cancel')}</summary>
          <Step {...common} name="huy" label={t('council.buttons.cancel')}>
            <Field id="ly-do-huy" label={t('council.cancelWhy')}>
              <input id="ly-do-huy" name="ly-do" minlength={5} maxlength={500} required />
            </Field>
          </Step>
        </details>
      )}
    </div>
  )
}
