import { unitName } from '../../../campaign/names.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { majorityInWords } from '../in-words.ts'
import type { WaitingNominee } from '../nominees.ts'
import { Back, Field, Problem, Step } from './parts.tsx'

interface NewProps {
  ctx: Ctx
  address: string
  csrf: string
  unitCode: string
  waiting: readonly WaitingNominee[]
  problem: string | null
}

export function NewSittingPage({ ctx, address, csrf, unitCode, waiting, problem }: NewProps) {
  const { t, campaign } = ctx
  const { pass, presets } = campaign.plan.commendation.council
  return (
    <>
      <Back href={address} label={t('council.title')} />
      <h1>{t('council.prepare.of', { unit: unitName(campaign, unitCode) })}</h1>
      <Problem text={problem} />
      {waiting.length === 0 && <p class="empty">{t('council.prepare.nothing')}</p>}
      {waiting.length > 0 && (
        <Step action={`${address}/moi/${unitCode}`} csrf={csrf} name="lap" label={t('council.prepare.button')} isMain>
          <Field id="noi" label={t('council.prepare.place')}>
            <input id="noi" name="noi" maxlength={200} required />
          </Field>
          <Field id="luc" label={t('council.prepare.at')}>
            <input id="luc" type="datetime-local" name="luc" required />
          </Field>
          <Field id="cach" label={t('council.prepare.mode')}>
            <select id="cach" name="cach">
              <option value="kin">{t('council.prepare.secret')}</option>
              <option value="mo">{t('council.prepare.open')}</option>
            </select>
          </Field>
          <Field id="ty-le" label={t('council.prepare.majority')}>
            <select id="ty-le" name="ty-le">
              <option value="">{majorityInWords(t, pass)}</option>
              {presets.map((preset, index) => (
                <option value={index}>{majorityInWords(t, preset)}</option>
              ))}
            </select>
          </Field>
          <fieldset>
            <legend>{t('council.prepare.cases', { count: waiting.length })}</legend>
            {waiting.map(({ recordId, code, name, unitCode: unit }) => (
              <label class="choice">
                <input type="checkbox" name="ho-so" value={recordId} checked /> {code}: {name} (
                {unitName(campaign, unit)})
              </label>
            ))}
          </fieldset>
        </Step>
      )}
    </>
  )
}
