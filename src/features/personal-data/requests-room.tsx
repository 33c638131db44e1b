import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { answerRequest, requestSteps } from './answer-request.ts'
import { type OpenRequest, openRequests, requestInWords } from './open-requests.ts'
import { answerDataRequests, REQUESTS_PATH } from './rights.ts'

/** Requests about personal data with their legal clocks: answered, extended with a reason, finished; the person is told each time. */
export const requestsRoom: DeskRoom = {
  path: REQUESTS_PATH,
  group: 'upkeep',
  title: 'mydata.request.title',
  mayOpen: person => may(person, answerDataRequests),

  answer: async (ctx, request) => {
    if (request.rest !== '') return null
    const { form, address } = request
    if (!form) return listing(ctx, request, null)
    const words = String(form.get('loi') ?? '')
      .normalize('NFC')
      .trim()
      .slice(0, 2_000)
    const step = requestSteps.find(one => one === form.get('viec'))
    const id = String(form.get('ma') ?? '')
    if (!step || !/^[0-9a-f-]{36}$/.test(id)) return listing(ctx, request, ctx.t('mydata.request.refused.gone'))
    const { ok, say } = await answerRequest(ctx, id, step, words)
    return ok ? { goTo: address, isGood: true, say } : listing(ctx, request, say)
  },
}

async function listing(ctx: Ctx, { address, csrf }: RoomRequest, problem: string | null): Promise<RoomAnswer> {
  const { t, person, localTime } = ctx
  const open = await openRequests(ctx.tx, ctx.campaign)
  const steps = ({ extendableTo }: OpenRequest) =>
    requestSteps.filter(step => step !== 'extend' || extendableTo !== null)
  return {
    title: t('mydata.request.title'),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => (
      <>
        <h1>{t('mydata.request.title')}</h1>
        <p>{t('mydata.request.lead')}</p>
        {problem !== null && (
          <p class="flash bad" role="alert">
            {problem}
          </p>
        )}
        {open.length === 0 && <p>{t('mydata.request.none')}</p>}
        {open.map(request => (
          <section class="card" aria-labelledby={`yc-${request.id}`}>
            <h2 id={`yc-${request.id}`}>{requestInWords(request, t)}</h2>
            <p>{t('mydata.request.asked', { at: localTime(request.requestedAt) })}</p>
            {request.detail !== '' && <p>{request.detail}</p>}
            {request.answer !== '' && <p>{t('mydata.request.answered', { words: request.answer })}</p>}
            {request.extendedWhy !== '' && <p>{t('mydata.request.extended', { words: request.extendedWhy })}</p>}
            {request.personId === person.id ? (
              <p>{t('mydata.request.refused.own')}</p>
            ) : (
              <form class="compose" method="post" action={address}>
                <input type="hidden" name="csrf" value={csrf} />
                <input type="hidden" name="ma" value={request.id} />
                <div class="field">
                  <label for={`loi-${request.id}`}>{t('mydata.request.words')}</label>
                  <textarea id={`loi-${request.id}`} name="loi" minlength={5} maxlength={2_000} required />
                </div>
                {steps(request).map(step => (
                  <button type="submit" name="viec" value={step}>
                    {t(`mydata.request.steps.${step}`, {
                      day: request.extendableTo === null ? '' : formatDate(request.extendableTo),
                    })}
                  </button>
                ))}
              </form>
            )}
          </section>
        ))}
      </>
    ),
  }
}
