import { QrCode } from '../contract/qr-code.tsx'
import { Page } from './page.tsx'
import { SECOND_STEP_PATH } from './second-step-first.ts'
import type { Visit } from './visit.ts'

interface AskProps {
  visit: Visit
  problem: string | null
}

/** Asks for the code of the app, or for one of the recovery codes. */
export function AskCodePage({ visit, problem }: AskProps) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('accounts.second.title')} room="door">
      <section class="card narrow">
        <h1>{t('accounts.second.title')}</h1>
        <p>{t('accounts.second.ask')}</p>
        <CodeForm visit={visit} problem={problem} />
        <p class="hint">{t('accounts.second.lost')}</p>
      </section>
    </Page>
  )
}

/** Sets the second step up: the picture for the app, the same as letters to type, and the first code. */
export function EnrolPage({ visit, problem, secret, address }: AskProps & { secret: string; address: string }) {
  const { t } = visit
  return (
    <Page visit={visit} title={t('accounts.second.enrolTitle')} room="door">
      <section class="card narrow">
        <h1>{t('accounts.second.enrolTitle')}</h1>
        <p>{t('accounts.second.enrolWhy')}</p>
        <ol class="steps">
          <li>{t('accounts.second.enrolApp')}</li>
          <li>
            {t('accounts.second.enrolScan')}
            <QrCode text={address} label={t('accounts.second.qr')} />
            <p class="hint" id="khoa-giup">
              {t('accounts.second.enrolType')}
            </p>
            <p>
              <code class="typed-key" aria-describedby="khoa-giup">
                {secret.replace(/(.{4})(?=.)/g, '$1 ')}
              </code>
            </p>
          </li>
          <li>{t('accounts.second.enrolCode')}</li>
        </ol>
        <CodeForm visit={visit} problem={problem} />
      </section>
    </Page>
  )
}

/** The recovery codes, shown this once. */
export function RecoveryCodesPage({ visit, codes }: { visit: Visit; codes: readonly string[] }) {
  const { t, base } = visit
  return (
    <Page visit={visit} title={t('accounts.second.recoveryTitle')} room="door">
      <section class="card narrow">
        <h1>{t('accounts.second.recoveryTitle')}</h1>
        <p role="status">{t('accounts.second.enrolled')}</p>
        <p>{t('accounts.second.recoveryText')}</p>
        <ul class="recovery-codes">
          {codes.map(code => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <p>
          <a class="button primary" href={`${base}/chat`}>
            {t('accounts.second.goOn')}
          </a>
        </p>
      </section>
    </Page>
  )
}

function CodeForm({ visit, problem }: AskProps) {
  const { t, base } = visit
  return (
    <form method="post" action={`${base}${SECOND_STEP_PATH}`} class="code-form">
      <input type="hidden" name="csrf" value={visit.csrf} />
      <label for="ma">{t('accounts.second.code')}</label>
      <div class="row">
        <input
          id="ma"
          name="ma"
          required
          maxlength={40}
          autocomplete="one-time-code"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? 'ma-loi' : undefined}
        />
        <button type="submit" class="button primary">
          {t('accounts.second.confirm')}
        </button>
      </div>
      {problem && (
        <p class="problem" id="ma-loi" role="alert">
          {problem}
        </p>
      )}
    </form>
  )
}
