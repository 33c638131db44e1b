import type { Child } from 'hono/jsx'
import { asset } from './assets.ts'
import type { Visit } from './visit.ts'

interface PageProps {
  visit: Visit
  title: string
  /** Which room is shown, for the navigation. */
  room: 'door' | 'chat' | 'desk'
  children?: Child
}

/** The frame of every page: head, demonstration banner, header with the way around, content. */
export function Page({ visit, title, room, children }: PageProps) {
  const { t, base, person, session } = visit
  return (
    <html lang={visit.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex, nofollow" />
        <title>{`${title} – ${t('web.brand')}`}</title>
        <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
        <link rel="stylesheet" href={asset('frame.css')} />
        <link rel="stylesheet" href={asset(`${room}.css`)} />
        <noscript>
          <link rel="stylesheet" href={asset('no-script.css')} />
        </noscript>
        {room === 'chat' && <script type="module" src={asset('chat.js')} />}
        {room === 'desk' && <script type="module" src={asset('desk-keys.js')} />}
        {room === 'desk' && <script type="module" src={asset('live.js')} />}
      </head>
      <body class={`room-${room}`}>
        <a class="skip-link" href="#noi-dung">
          {t('web.skipToContent')}
        </a>
        <header class="top">
          <div class="top-inner">
            <a class="brand" href={session ? `${base}/chat` : '/'}>
              <img src={asset('icon.svg')} alt="" width="32" height="32" />
              <span>{t('web.brand')}</span>
            </a>
            {session && (
              <nav aria-label={t('web.nav.label')}>
                <a href={`${base}/chat`} aria-current={room === 'chat' ? 'page' : undefined}>
                  {t('web.nav.chat')}
                </a>
                {visit.hasDesk && (
                  <a href={`${base}/desk`} aria-current={room === 'desk' ? 'page' : undefined}>
                    {t('web.nav.desk')}
                  </a>
                )}
              </nav>
            )}
            {session && (
              <form class="who" method="post" action={`${base}/dang-xuat`}>
                <input type="hidden" name="csrf" value={visit.csrf} />
                {person && (
                  <a class="who-name" href={`${base}/phien-dang-nhap`} title={t('accounts.sessions.title')}>
                    <span class="who-long">{person.fullName}</span>
                    <span class="who-short">{t('accounts.sessions.short')}</span>
                  </a>
                )}
                <button type="submit" class="link-button" data-sign-out>
                  {t('web.nav.signOut')}
                </button>
              </form>
            )}
          </div>
          {visit.demoDay !== null && (
            <p class="demo-banner">
              <strong>{t('web.demo.banner')}</strong> <span>{t('web.demo.day', { day: visit.demoDay })}</span>{' '}
              <a href={`${base}/ngay`}>{t('web.demo.clock')}</a> {session && <a href="/">{t('web.demo.otherRole')}</a>}
            </p>
          )}
        </header>
        <main id="noi-dung" tabindex={-1}>
          {children}
        </main>
      </body>
    </html>
  )
}
