import type { Ctx } from '../../contract/feature.ts'
import { ProblemList } from '../../contract/problem-list.tsx'
import { invitableUnits, rolesGivenAnywhere } from './invitable.ts'

interface StartProps {
  ctx: Ctx
  address: string
  csrf: string
  problems: readonly string[]
}

/** Two ways to begin: a list out of Excel, or one person. Both go through the preview. */
export function StartPage({ ctx, address, csrf, problems }: StartProps) {
  const { t } = ctx
  const units = invitableUnits(ctx)
  return (
    <>
      <h1>{t('inviting.room.title')}</h1>
      <p>
        {t('inviting.room.lead')} <a href={`${address}/da-moi`}>{t('inviting.coming.title')}</a>
      </p>
      <ProblemList problems={problems} />
      <form class="compose" method="post" action={`${address}/xem-truoc`} enctype="multipart/form-data">
        <input type="hidden" name="csrf" value={csrf} />
        <fieldset>
          <legend>{t('inviting.room.fromList')}</legend>
          <p>
            <a href={`${address}/tep-mau`}>{t('inviting.room.template')}</a>. {t('inviting.room.templateHint')}
          </p>
          <div class="field">
            <label for="tep">{t('inviting.room.file')}</label>
            <input id="tep" type="file" name="tep" accept=".xlsx,.csv" required aria-describedby="giup-tep" />
            <p class="hint" id="giup-tep">
              {t('inviting.room.fileHint')}
            </p>
          </div>
          <button type="submit" class="button primary">
            {t('inviting.room.preview')}
          </button>
        </fieldset>
      </form>
      <form class="compose" method="post" action={`${address}/xem-truoc`}>
        <input type="hidden" name="csrf" value={csrf} />
        <fieldset>
          <legend>{t('inviting.room.one')}</legend>
          <div class="field">
            <label for="ten">{t('inviting.file.name')}</label>
            <input id="ten" name="ten" required maxlength={120} autocomplete="off" />
          </div>
          <div class="field">
            <label for="don-vi">{t('inviting.file.unit')}</label>
            <select id="don-vi" name="don-vi">
              {units.map(({ code, name }) => (
                <option value={code}>{name}</option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="vai">{t('inviting.file.role')}</label>
            <select id="vai" name="vai">
              {rolesGivenAnywhere(ctx).map(role => (
                <option value={role} selected={role === 'CLERK'}>
                  {t(`roles.${role}`)}
                </option>
              ))}
            </select>
          </div>
          <button type="submit" class="button">
            {t('inviting.room.preview')}
          </button>
        </fieldset>
      </form>
    </>
  )
}
