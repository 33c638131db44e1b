import { ClockButtons } from './demo-clock.tsx'
import { Page } from './page.tsx'
import type { Visit } from './visit.ts'
import type { Demo } from './web-parts.ts'

interface DoorProps {
  visit: Visit
  csrf: string
  demo: Demo | undefined
  /** Why the code that was just typed is not taken. */
  problem?: string
  typed?: string
}

/** The first page: what this is, and the ways in. */
export function DoorPage({ visit, csrf, demo, problem, typed }: DoorProps) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('web.door.title')} room="door">
      <section class="hero">
        <p class="eyebrow">{visit.campaign.plan.identity.name}</p>
        <h1>{t('web.door.headline')}</h1>
        <p class="lead">{t('web.door.lead')}</p>
      </section>
      {visit.session && (
        <section class="card">
          <h2>{t('web.door.signedIn', { name: visit.person?.fullName ?? t('web.visitor') })}</h2>
          <p class="row">
            <a class="button primary" href="/chat">
              {t('web.nav.toChat')}
            </a>
            {visit.hasDesk && (
              <a class="button" href="/desk">
                {t('web.nav.toDesk')}
              </a>
            )}
          </p>
        </section>
      )}
      {demo && <Personas visit={visit} csrf={csrf} demo={demo} />}
      {demo && <ClockCard visit={visit} csrf={csrf} demo={demo} />}
      {!visit.session && <CodeForm visit={visit} csrf={csrf} problem={problem} typed={typed} />}
      <section class="card quiet">
        <h2>{t('web.door.otherWays')}</h2>
        <p>{t('web.door.byLink')}</p>
        <p>{t('web.door.noCode')}</p>
      </section>
    </Page>
  )
}

function CodeForm({
  visit,
  csrf,
  problem,
  typed,
}: {
  visit: Visit
  csrf: string
  problem?: string | undefined
  typed?: string | undefined
}) {
  const { t } = visit
  return (
    <section class="card">
      <h2 id="vao-bang-ma">{t('web.door.byCode')}</h2>
      <form method="post" action="/tham-gia" class="code-form" aria-labelledby="vao-bang-ma">
        <input type="hidden" name="csrf" value={csrf} />
        <label for="ma">{t('web.door.codeLabel')}</label>
        <div class="row">
          <input
            id="ma"
            name="code"
            required
            maxlength={40}
            value={typed}
            placeholder="ABCD-2345-EFGH"
            autocomplete="one-time-code"
            autocapitalize="characters"
            spellcheck={false}
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={problem ? 'ma-loi ma-giup' : 'ma-giup'}
          />
          <button type="submit" class="button primary">
            {t('web.door.enter')}
          </button>
        </div>
        {problem && (
          <p class="problem" id="ma-loi" role="alert">
            {problem}
          </p>
        )}
        <p class="hint" id="ma-giup">
          {t('web.door.codeHint')}
        </p>
      </form>
    </section>
  )
}

interface DemoProps {
  visit: Visit
  csrf: string
  demo: Demo
}

function Personas({ visit, csrf, demo }: DemoProps) {
  const { t } = visit
  return (
    <section aria-labelledby="vai">
      <h2 id="vai">{t('web.demo.title')}</h2>
      <p>{t('web.demo.text')}</p>
      <ul class="personas">
        {demo.personas.map(({ key, label, unit, what }) => (
          <li>
            <form method="post" action={`/vai/${key}/vao`}>
              <input type="hidden" name="csrf" value={csrf} />
              <button type="submit" class="persona" data-persona={key}>
                <strong>{label}</strong>
                <span class="persona-unit">{unit}</span>
                <span>{what}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ClockCard({ visit, csrf, demo }: DemoProps) {
  const { t, demoDay } = visit
  return (
    <section class="card" aria-labelledby="ngay">
      <h2 id="ngay">{t('web.demo.clockTitle')}</h2>
      <p>{t('web.demo.clockText', { day: demoDay })}</p>
      <ClockButtons visit={visit} csrf={csrf} clock={demo.clock} />
    </section>
  )
}
