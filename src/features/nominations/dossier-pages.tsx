import { unitName } from '../../campaign/names.ts'
import type { Ctx } from '../../contract/feature.ts'
import type { AwardDossier } from '../../store/generated/client.ts'
import type { AlikeReport } from './alike.ts'
import type { CheckFacts } from './check/facts.ts'
import type { CheckSheet, RuleResult } from './check/finding.ts'
import { ruleName, whyInWords } from './check-words.ts'
import { dossierCode } from './dossier.ts'
import { nomination } from './kind.ts'
import type { Nominee } from './nominees.ts'

interface Listed {
  ctx: Ctx
  dossiers: readonly (AwardDossier & { _count: { members: number } })[]
  address: string
}

export function DossiersPage({ ctx, dossiers, address }: Listed) {
  const { t, campaign } = ctx
  return (
    <>
      <h1>{t('nomination.dossiers.title')}</h1>
      <p>{t('nomination.dossiers.lead')}</p>
      {dossiers.length === 0 && <p class="empty">{t('nomination.dossiers.none')}</p>}
      <ul class="plain">
        {dossiers.map(dossier => (
          <li>
            <a href={`${address}/${dossier.id}`}>{dossierCode(campaign, dossier)}</a>{' '}
            {unitName(campaign, dossier.unitCode)}, {t(`nomination.levels.${dossier.level}`)}:{' '}
            {t('nomination.dossiers.count', { count: dossier._count.members })};{' '}
            {dossier.receivedAt
              ? t('nomination.receivedAt', { at: ctx.localTime(dossier.receivedAt) })
              : t('nomination.dossiers.notReceived')}
            {dossier.isLate ? `; ${t('nomination.late')}` : ''}
          </li>
        ))}
      </ul>
    </>
  )
}

interface Whole {
  ctx: Ctx
  dossier: AwardDossier
  nominees: readonly Nominee[]
  sheets: ReadonlyMap<string, CheckSheet>
  alike: ReadonlyMap<string, readonly AlikeReport[]>
  ratio: CheckFacts['list']
  mayNumber: boolean
  address: string
  csrf: string
}

/** A word and a shape for each result. */
const shapes: Readonly<Record<RuleResult, string>> = { PASS: '●', FAIL: '✕', NOT_APPLICABLE: '–', NEEDS_HUMAN: '?' }

export function DossierPage({ ctx, dossier, nominees, sheets, alike, ratio, mayNumber, address, csrf }: Whole) {
  const { t, campaign } = ctx
  const desk = address.slice(0, address.lastIndexOf('/'))
  const rules = [...campaign.plan.commendation.rules.map(({ code }) => code), 'DOUBLE']
  return (
    <>
      <h1>
        {dossierCode(campaign, dossier)} – {unitName(campaign, dossier.unitCode)}
      </h1>
      <p>
        {t(`nomination.levels.${dossier.level}`)};{' '}
        {dossier.submissionNumber === ''
          ? t('nomination.dossiers.noNumber')
          : t('nomination.submission', { number: dossier.submissionNumber })}
        ;{' '}
        {dossier.receivedAt
          ? t('nomination.receivedAt', { at: ctx.localTime(dossier.receivedAt) })
          : t('nomination.dossiers.notReceived')}
        {dossier.isLate ? `; ${t('nomination.late')}` : ''}
      </p>
      <p>{t('nomination.why.ratio', { ...ratio })}</p>
      {mayNumber && (
        <form class="compose" method="post" action={`${address}/${dossier.id}/so`}>
          <input type="hidden" name="csrf" value={csrf} />
          <label>
            {t('nomination.dossiers.number')}
            <input type="text" name="so" value={dossier.submissionNumber} maxlength={60} />
          </label>
          <button type="submit" class="button">
            {t('nomination.dossiers.keepNumber')}
          </button>
        </form>
      )}
      <section class="board-scroll" tabindex={0} aria-label={t('nomination.more.sheet')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('nomination.dossiers.nominee')}</th>
              <th scope="col">{t('nomination.more.result')}</th>
              {rules.map(rule => (
                <th scope="col">
                  <abbr title={ruleName(ctx, rule)}>{rule === 'DOUBLE' ? t('nomination.dossiers.double') : rule}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {nominees.map(nominee => (
              <NomineeRow {...{ ctx, nominee, desk, rules, sheet: sheets.get(nominee.recordId) }} />
            ))}
          </tbody>
        </table>
      </section>
      {nominees.map(nominee => (
        <Findings
          {...{ ctx, nominee, sheet: sheets.get(nominee.recordId), alike: alike.get(nominee.recordId) ?? [] }}
        />
      ))}
    </>
  )
}

interface InRow {
  ctx: Ctx
  nominee: Nominee
  desk: string
  rules: readonly string[]
  sheet: CheckSheet | undefined
}

function NomineeRow({ ctx: { t }, nominee, desk, rules, sheet }: InRow) {
  const { code, recordId, title, state, isModel } = nominee
  return (
    <tr>
      <th scope="row">
        <a href={`${desk}/${nomination.path}/${recordId}`}>{code}</a> {title} ({t(`nomination.states.${state}`)})
        {isModel ? ` – ${t('nomination.dossiers.model')}` : ''}
      </th>
      <td>{sheet ? t(`nomination.results.${sheet.result}`) : ''}</td>
      {rules.map(rule => {
        const found = sheet?.findings.find(one => one.rule === rule)
        return (
          <td>
            {found ? (
              <span title={t(`nomination.results.${found.result}`)}>
                <span aria-hidden="true">{shapes[found.result]}</span>
                <span class="sr-only">{t(`nomination.results.${found.result}`)}</span>
              </span>
            ) : (
              ''
            )}
          </td>
        )
      })}
    </tr>
  )
}

interface Found {
  ctx: Ctx
  nominee: Nominee
  sheet: CheckSheet | undefined
  alike: readonly AlikeReport[]
}

function Findings({ ctx, nominee, sheet, alike }: Found) {
  const { t } = ctx
  const open = sheet?.findings.filter(({ result }) => result === 'FAIL' || result === 'NEEDS_HUMAN') ?? []
  return (
    <section>
      <h2>
        {nominee.code} {nominee.title}
      </h2>
      <p>{nominee.summary}</p>
      <ul>
        {open.map(finding => (
          <li>
            {finding.rule} ({t(`nomination.results.${finding.result}`)}): {whyInWords(ctx, finding)}
          </li>
        ))}
        {alike.map(({ code, percent }) => (
          <li>{t('nomination.alike', { code, percent })}</li>
        ))}
      </ul>
    </section>
  )
}
