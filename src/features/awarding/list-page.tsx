import { unitName } from '../../campaign/names.ts'
import type { RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { reasonLength } from '../../contract/reason.ts'
import { formatDate } from '../../reading/format.ts'
import type { CheckSheet } from '../nominations/check/finding.ts'
import { sheetInLines } from '../nominations/check-words.ts'
import { type Candidate, whereOf } from './candidates.ts'
import type { decisionsOf, PublicList } from './live.ts'
import type { Choice } from './rules.ts'
import { addressOf, type Scope } from './scope.ts'

interface Props {
  ctx: Ctx
  request: RoomRequest
  scope: Scope
  candidates: readonly Candidate[]
  sheets: ReadonlyMap<string, CheckSheet>
  choices: readonly Choice[]
  published: PublicList | null
  problems: readonly string[]
  number: string
  decidedOn: string
  hasPrizes: boolean
  publicDays: number
  decisions: Awaited<ReturnType<typeof decisionsOf>>
  mayDecide: boolean
  mayAnswer: boolean
  maySetDays: boolean
}

/** The whole list on one page, on the phone too: ticked is awarded; who is not gets a reason. No quota: only counts are shown. */
export function ListPage(props: Props) {
  const { ctx, request, scope, candidates, published, problems, mayDecide } = props
  const { t, campaign } = ctx
  const action = `${request.address}/${addressOf(scope)}`
  return (
    <>
      <h1>{t('awarding.title')}</h1>
      <p>
        {scope.level === 'CITY' ? t('awarding.city') : unitName(campaign, scope.unitCode)}.{' '}
        {t('awarding.counts', {
          collectives: candidates.filter(({ kind }) => kind === 'COLLECTIVE').length,
          people: candidates.filter(({ kind }) => kind === 'INDIVIDUAL').length,
        })}
      </p>
      {problems.length > 0 && (
        <div class="problem" role="alert">
          <ul>
            {problems.map(line => (
              <li>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {published && <PublicNote {...props} published={published} action={action} />}
      {candidates.length === 0 ? (
        <p class="empty">{t('awarding.empty')}</p>
      ) : (
        <form method="post" action={action} class="award-list">
          <input type="hidden" name="csrf" value={request.csrf} />
          {(['COLLECTIVE', 'INDIVIDUAL'] as const).map(group => (
            <Group {...{ ...props, group, action }} />
          ))}
          {mayDecide && <Decide {...props} />}
        </form>
      )}
      {props.maySetDays && <Days {...props} action={action} />}
      <Decisions {...props} action={action} />
    </>
  )
}

function Group(props: Props & { group: Candidate['kind']; action: string }) {
  const { ctx, candidates, choices, sheets, group, action } = props
  const { t } = ctx
  const own = candidates.filter(({ kind }) => kind === group)
  if (own.length === 0) return null
  return (
    <section aria-label={t(`awarding.groups.${group}`)}>
      <h2>{t('awarding.groupOf', { group: t(`awarding.groups.${group}`), count: own.length })}</h2>
      {props.mayDecide && (
        <p>
          <a href={`${action}?bo=${group}`}>{t('awarding.untickAll')}</a> · <a href={action}>{t('awarding.tickAll')}</a>
        </p>
      )}
      <ol class="nominees">
        {own.map(candidate => (
          <Row
            {...{ ctx, candidate, mayDecide: props.mayDecide, sheet: sheets.get(candidate.recordId) }}
            choice={choices.find(({ recordId }) => recordId === candidate.recordId)}
          />
        ))}
      </ol>
    </section>
  )
}

interface RowProps {
  ctx: Ctx
  candidate: Candidate
  choice: Choice | undefined
  sheet: CheckSheet | undefined
  mayDecide: boolean
}

function Row({ ctx, candidate, choice, sheet, mayDecide }: RowProps) {
  const { t, campaign } = ctx
  const { recordId: id, name, position, ofUnit, level, summary, isOwn } = candidate
  const where = whereOf(campaign, { name, position, ofUnit })
  const lines = sheet ? sheetInLines(ctx, sheet) : []
  const isOpen = mayDecide && !isOwn
  const who = (
    <span>
      <strong>{name}</strong>
      {where !== '' && <span class="hint"> {where}</span>}
      {level === 'PROVINCE' && <span class="hint"> {t('awarding.toProvince')}</span>}
    </span>
  )
  return (
    <li class="nominee">
      {isOpen && <input type="hidden" name="dong" value={id} />}
      {isOpen ? (
        <label class="tick" for={`chon-${id}`}>
          <input type="checkbox" id={`chon-${id}`} name="chon" value={id} checked={choice?.isAwarded ?? true} />
          {who}
        </label>
      ) : (
        <p class="tick">{who}</p>
      )}
      {isOwn && <p class="hint">{t('awarding.own')}</p>}
      <p class="hint">{summary}</p>
      {sheet && (
        <details>
          <summary>
            {t('awarding.sheet', { result: t(`nomination.results.${sheet.result}`), count: lines.length })}
          </summary>
          <ul>
            {lines.map(line => (
              <li>{line}</li>
            ))}
          </ul>
        </details>
      )}
      {isOpen && (
        <div class="field why">
          <label for={`ly-do-${id}`}>{t('awarding.why', { name })}</label>
          <textarea id={`ly-do-${id}`} name={`ly-do-${id}`} rows={2} maxlength={reasonLength.max}>
            {choice?.reason ?? ''}
          </textarea>
        </div>
      )}
    </li>
  )
}

function Decide({ ctx: { t, today }, number, decidedOn, hasPrizes, publicDays, published }: Props) {
  return (
    <section class="compose" aria-label={t('awarding.decide')}>
      {publicDays > 0 && (
        <button type="submit" name="viec" value="cong-khai" class={published ? 'button' : 'button primary'}>
          {t(published ? 'awarding.publishAgain' : 'awarding.publish', { count: publicDays })}
        </button>
      )}
      {(published !== null || publicDays === 0) && (
        <fieldset>
          <legend>{t('awarding.decide')}</legend>
          <div class="field">
            <label for="so">{t('awards.fields.decision')}</label>
            <input id="so" name="so" value={number} maxlength={60} />
          </div>
          <div class="field">
            <label for="ngay">{t('awards.fields.decidedOn')}</label>
            <input id="ngay" name="ngay" type="date" value={decidedOn} max={today.toString()} />
          </div>
          <label class="choice">
            <input type="checkbox" name="thuong" value="1" checked={hasPrizes} /> {t('awarding.prizes')}
          </label>
          <button type="submit" name="viec" value="quyet-dinh" class="button primary">
            {t('awarding.decideAll')}
          </button>
        </fieldset>
      )}
    </section>
  )
}

function PublicNote({
  ctx,
  request,
  published,
  candidates,
  action,
  mayAnswer,
}: Props & { published: PublicList; action: string }) {
  const { t } = ctx
  const nameOf = (id: string | null) =>
    candidates.find(({ recordId }) => recordId === id)?.name ?? t('awarding.objections.list')
  const until = formatDate(published.publicUntil ?? '')
  return (
    <section aria-label={t('awarding.objections.title')}>
      <p role="status">{t('awarding.publicUntil', { until })}</p>
      <h2>{t('awarding.objections.count', { count: published.objections.length })}</h2>
      {published.objections.map(one => (
        <article class="objection">
          <p>
            <strong>{nameOf(one.recordId)}</strong> – {one.objector}, {formatDate(one.receivedOn)}
          </p>
          <p>{one.text}</p>
          {one.answeredAt !== null && <p>{t('awarding.objections.answer', { text: one.answer })}</p>}
          {one.answeredAt === null && mayAnswer && (
            <form class="compose" method="post" action={action}>
              <input type="hidden" name="csrf" value={request.csrf} />
              <input type="hidden" name="kien-nghi" value={one.id} />
              <div class="field">
                <label for={`tl-${one.id}`}>{t('awarding.objections.answerLabel')}</label>
                <textarea id={`tl-${one.id}`} name="tra-loi" rows={2} maxlength={reasonLength.max} />
              </div>
              <button type="submit" name="viec" value="tra-loi" class="button">
                {t('awarding.objections.doAnswer')}
              </button>
            </form>
          )}
        </article>
      ))}
    </section>
  )
}

function Days({ ctx: { t }, request, publicDays, action }: Props & { action: string }) {
  return (
    <form class="compose" method="post" action={action}>
      <input type="hidden" name="csrf" value={request.csrf} />
      <div class="field">
        <label for="so-ngay">{t('awarding.days')}</label>
        <input id="so-ngay" name="so-ngay" inputmode="numeric" value={String(publicDays)} maxlength={2} />
      </div>
      <button type="submit" name="viec" value="so-ngay" class="button">
        {t('awarding.setDays')}
      </button>
    </form>
  )
}

function Decisions({ ctx: { t }, request, decisions, mayDecide, action }: Props & { action: string }) {
  if (decisions.length === 0) return null
  return (
    <section aria-label={t('awarding.decisions')}>
      <h2>{t('awarding.decisions')}</h2>
      {decisions.map(one => (
        <article>
          <p>
            {t(`awarding.states.${one.state}`, {
              ...{ number: one.number, day: formatDate(one.decidedOn ?? '') },
              ...{ yes: one.choices.filter(({ isAwarded }) => isAwarded).length },
              no: one.choices.filter(({ isAwarded }) => !isAwarded).length,
            })}
          </p>
          {one.state === 'DECIDED' && (
            <p>
              <a href={`${action}/van-ban/${one.id}`}>{t('awarding.paper.download')}</a>
            </p>
          )}
          {one.state === 'DECIDED' && mayDecide && (
            <details>
              <summary>{t('awarding.undo.do')}</summary>
              <form class="compose" method="post" action={action}>
                <input type="hidden" name="csrf" value={request.csrf} />
                <input type="hidden" name="quyet-dinh" value={one.id} />
                <div class="field">
                  <label for={`huy-${one.id}`}>{t('awarding.undo.why')}</label>
                  <textarea id={`huy-${one.id}`} name="ly-do" rows={2} maxlength={reasonLength.max} />
                </div>
                <button type="submit" name="viec" value="huy" class="button danger">
                  {t('awarding.undo.do')}
                </button>
              </form>
            </details>
          )}
        </article>
      ))}
    </section>
  )
}
