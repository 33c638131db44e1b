import type { DeskRoom, RoomAnswer, RoomRequest } from '../../contract/desk-page.ts'
import type { Ctx } from '../../contract/feature.ts'
import { may } from '../../people/may.ts'
import { formatDate } from '../../reading/format.ts'
import { setDeadlines } from './rights.ts'
import { openDeadlines, setDay } from './set-day.ts'

/** Where officers set the days that the plan leaves open. */
export const deadlineRoom: DeskRoom = {
  path: 'ngay-du-kien',
  title: 'deadlines.room.title',
  door: 'urging',
  mayOpen: person => may(person, setDeadlines),

  answer: async (ctx, request) => {
    if (!request.form) return asking(ctx, request, null)
    const words = (name: string, most: number) =>
      String(request.form?.get(name) ?? '')
        .normalize('NFC')
        .trim()
        .slice(0, most)
    const day = words('ngay', 10)
    const isTakenBack = request.form.get('viec') === 'bo'
    if (!isTakenBack && !/^\d{4}-\d\d-\d\d$/.test(day)) return asking(ctx, request, ctx.t('deadlines.dayMissing'))
    const { ok, say } = await setDay(ctx, words('moc', 20), isTakenBack ? null : day, words('ly-do', 2_000))
    return ok ? { goTo: request.address, isGood: true, say } : asking(ctx, request, say)
  },
}

async function asking(ctx: Ctx, { address, csrf }: RoomRequest, problem: string | null): Promise<RoomAnswer> {
  const { t } = ctx
  const deadlines = await openDeadlines(ctx)
  return {
    title: t('deadlines.room.title'),
    ...(problem === null ? {} : { status: 422 as const }),
    body: () => (
      <>
        <h1>{t('deadlines.room.title')}</h1>
        <p>{t('deadlines.room.lead')}</p>
        {problem !== null && (
          <p class="flash bad" role="alert">
            {problem}
          </p>
        )}
        {deadlines.length === 0 && <p>{t('deadlines.room.none')}</p>}
        {deadlines.map(({ code, name, who, legalText, set, expected }) => (
          <section class="card" aria-labelledby={`moc-${code}`}>
            <h2 id={`moc-${code}`}>{name}</h2>
            <p>{t('deadlines.room.said', { who, legal: legalText })}</p>
            <p>
              {set
                ? t('deadlines.room.set', { day: formatDate(set.on), setOn: formatDate(set.setOn) })
                : t('deadlines.room.expected', { day: expected === null ? '–' : formatDate(expected) })}
            </p>
            <form class="compose" method="post" action={address}>
              <input type="hidden" name="csrf" value={csrf} />
              <input type="hidden" name="moc" value={code} />
              <div class="field">
                <label for={`ngay-${code}`}>{t('deadlines.room.day')}</label>
                <input
                  id={`ngay-${code}`}
                  name="ngay"
                  type="date"
                  min={ctx.today.toString()}
                  value={set?.on ?? expected ?? ''}
                />
              </div>
              <div class="field">
                <label for={`ly-do-${code}`}>{t('deadlines.room.reason')}</label>
                <input id={`ly-do-${code}`} name="ly-do" minlength={5} maxlength={2_000} required />
              </div>
              <button type="submit" name="viec" value="dat" class="button primary">
                {t('deadlines.room.save')}
              </button>{' '}
              {set && (
                <button type="submit" name="viec" value="bo" class="button danger">
                  {t('deadlines.room.takeBack')}
                </button>
              )}
            </form>
          </section>
        ))}
      </>
    ),
  }
}
