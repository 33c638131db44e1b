import { unitName } from '../../../campaign/names.ts'
import type { Ctx } from '../../../contract/feature.ts'
import { formatDate } from '../../../reading/format.ts'
import { CouncilPart } from '../../../store/generated/client.ts'
import { councilName } from '../../papers/frame.ts'
import type { MemberWithName } from '../members.ts'
import { Back, Field, Problem, Step } from './parts.tsx'

interface MembersProps {
  ctx: Ctx
  address: string
  csrf: string
  unitCode: string
  members: readonly MemberWithName[]
  candidates: readonly { id: string; fullName: string }[]
  /** Councils of superior units that may be chosen, and the one that is. */
  superiors: readonly string[]
  chosen: string | null
  problem: string | null
}

export function MembersPage(props: MembersProps) {
  const { ctx, address, csrf, unitCode, members, candidates, superiors, chosen, problem } = props
  const { t, campaign, today } = ctx
  const action = `${address}/thanh-vien/${unitCode}`
  return (
    <>
      <Back href={address} label={t('council.title')} />
      <h1>{councilName({ t, campaign }, unitCode)}</h1>
      <Problem text={problem} />
      {members.length === 0 && <p class="empty">{t('council.members.none')}</p>}
      {members.length > 0 && (
        <table class="records">
          <thead>
            <tr>
              {(['name', 'part', 'position', 'period', 'end'] as const).map(column => (
                <th scope="col">{t(`council.members.columns.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {members.map(({ id, person, part, position, validFrom, validTo }) => (
              <tr>
                <td data-label={t('council.members.columns.name')}>{person.fullName}</td>
                <td data-label={t('council.members.columns.part')}>{t(`council.parts.${part}`)}</td>
                <td data-label={t('council.members.columns.position')}>{position}</td>
                <td data-label={t('council.members.columns.period')}>
                  {formatDate(validFrom)} – {validTo === null ? '' : formatDate(validTo)}
                </td>
                <td data-label={t('council.members.columns.end')}>
                  <form method="post" action={action}>
                    <input type="hidden" name="csrf" value={csrf} />
                    <input type="hidden" name="ghe" value={id} />
                    <button type="submit" class="link-button" name="viec" value="thoi">
                      {t('council.members.end')}
                      <span class="sr-only"> {person.fullName}</span>
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{t('council.members.add')}</h2>
      <p>{t('council.members.addHint')}</p>
      <Step action={action} csrf={csrf} name="them" label={t('council.members.add')} isMain>
        <Field id="nguoi" label={t('council.members.columns.name')}>
          <select id="nguoi" name="nguoi" required>
            {candidates.map(({ id, fullName }) => (
              <option value={id}>{fullName}</option>
            ))}
          </select>
        </Field>
        <Field id="vai" label={t('council.members.columns.part')}>
          <select id="vai" name="vai">
            {Object.values(CouncilPart).map(part => (
              <option value={part}>{t(`council.parts.${part}`)}</option>
            ))}
          </select>
        </Field>
        <Field id="chuc-vu" label={t('council.members.columns.position')}>
          <input id="chuc-vu" name="chuc-vu" maxlength={120} />
        </Field>
        <Field id="tu" label={t('council.members.from')}>
          <input id="tu" type="date" name="tu" value={today.toString()} required />
        </Field>
        <Field id="den" label={t('council.members.to')}>
          <input id="den" type="date" name="den" />
        </Field>
      </Step>
      {superiors.length > 0 && (
        <>
          <h2>{t('council.members.other')}</h2>
          <p>{t('council.members.otherHint')}</p>
          <Step action={action} csrf={csrf} name="hoi-dong" label={t('council.members.choose')}>
            <Field id="hd" label={t('council.members.considers')}>
              <select id="hd" name="hd">
                <option value="">{t('council.members.own')}</option>
                {superiors.map(code => (
                  <option value={code} selected={code === chosen}>
                    {unitName(campaign, code)}
                  </option>
                ))}
              </select>
            </Field>
          </Step>
        </>
      )}
    </>
  )
}
