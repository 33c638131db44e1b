import type { Ctx } from '../../../contract/feature.ts'
import { Back, Field, Phrase, Problem, Step } from './parts.tsx'

interface KeyProps {
  ctx: Ctx
  address: string
  csrf: string
  hasKey: boolean
  /** Made just now, to be written down and typed once. */
  phrase: string | null
  isAsked: boolean
  problem: string | null
}

export function KeyPage({ ctx: { t }, address, csrf, hasKey, phrase, isAsked, problem }: KeyProps) {
  const action = `${address}/khoa`
  return (
    <>
      <Back href={address} label={t('council.title')} />
      <h1>{t('council.key.title')}</h1>
      <p>{t('council.key.lead')}</p>
      <Problem text={problem} />
      <p>{t(hasKey ? 'council.key.have' : 'council.key.haveNone')}</p>
      {phrase !== null && <Phrase t={t} phrase={phrase} />}
      {(phrase !== null || isAsked) && (
        <Step action={action} csrf={csrf} name="xac-nhan" label={t('council.key.confirm')} isMain>
          <Field id="cum" label={t('council.key.typeAgain')}>
            <input id="cum" name="cum" autocomplete="off" autocapitalize="characters" required maxlength={60} />
          </Field>
        </Step>
      )}
      {phrase === null && (
        <Step action={action} csrf={csrf} name="tao" label={t(hasKey ? 'council.key.makeNew' : 'council.key.make')}>
          {hasKey && <p>{t('council.key.makeNewHint')}</p>}
        </Step>
      )}
    </>
  )
}
