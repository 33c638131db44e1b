import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { raw } from 'hono/html'
import { dayOf } from '../../clock.ts'
import type { OpenPage } from '../../contract/open-page.ts'
import type { Running } from '../../contract/running.ts'
import { projectRoot } from '../../project-root.ts'
import { formatDate } from '../../reading/format.ts'
import type { Locale, Translate } from '../../texts.ts'
import { publicKeys } from './office-key.ts'
import { revokedSerials } from './revoked.ts'

export const checkPath = '/kiem-tra'
export const revokedPath = `${checkPath}/thu-hoi.json`

/**
 * The page that checks a certificate: one file with the public keys in it, which an officer may save and open without a network. The code
 * is read and held against the keys in the browser; nothing of it is sent.
 */
export const checkPage: OpenPage = {
  path: checkPath,
  answer: async (running, search) => {
    const t = running.texts(running.defaultLocale)
    const { html, policy } = await checkPageOf(running, t)
    const isSaved = search.has('luu')
    return new Response(html, {
      headers: {
        'Content-Type': 'text/html; charset=utf-8',
        'Content-Security-Policy': `${policy}; frame-ancestors 'none'`,
        'Cache-Control': 'no-cache',
        ...(isSaved ? { 'Content-Disposition': 'attachment; filename="kiem-tra-giay-khen.html"' } : {}),
      },
    })
  },
}

/** What was revoked, for pages that were saved too: serials and days, nothing of anybody. */
export const revokedPage: OpenPage = {
  path: revokedPath,
  answer: async ({ prisma }) =>
    Response.json(await revokedSerials(prisma), {
      headers: {
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': 'no-store',
      },
    }),
}

const said = ['noCode', 'empty', 'unreadable', 'unknownKey', 'forged', 'isTrue', 'revoked', 'asOf', 'online'] as const
const facts = ['name', 'unit', 'decision', 'decidedOn', 'golden', 'authority'] as const

async function checkPageOf(running: Running, t: Translate): Promise<{ html: string; policy: string }> {
  const { prisma, clock, publicUrl } = running
  const keys = await publicKeys(prisma)
  const asOf = formatDate(dayOf(clock.now(), 'Asia/Ho_Chi_Minh').toString())
  const given = {
    publicKeys: keys.map(({ publicKey }) => publicKey),
    revoked: await revokedSerials(prisma),
    asOf,
    address: `${publicUrl}${revokedPath}`,
    words: Object.fromEntries([...said, ...facts].map(name => [name, t(`awards.check.${name}`, { day: asOf })])),
  }
  const script = await pageScript()
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    `connect-src ${new URL(publicUrl).origin}`,
    ...["base-uri 'none'", "form-action 'none'"],
  ].join('; ')
  return {
    html: `<!doctype html>${String(await (<Frame {...{ t, given, script, policy, locale: running.defaultLocale }} />))}`,
    policy,
  }
}

interface FrameProps {
  t: Translate
  locale: Locale
  given: object
  script: string
  policy: string
}

function Frame({ t, locale, given, script, policy }: FrameProps) {
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{t('awards.check.title')}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>{t('awards.check.title')}</h1>
          <p>{t('awards.check.lead')}</p>
          <form id="kiem-tra">
            <label for="ma">{t('awards.check.code')}</label>
            <textarea id="ma" rows={4} autocomplete="off" spellcheck={false} />
            <button type="submit">{t('awards.check.button')}</button>
            <label for="anh">{t('awards.check.picture')}</label>
            <input id="anh" type="file" accept="image/*" />
          </form>
          <div id="ket-qua" role="status" />
          <p id="luu">
            <a href={`${checkPath}?luu`} download="kiem-tra-giay-khen.html">
              {t('awards.check.save')}
            </a>
          </p>
        </main>
        <script id="du-lieu" type="application/json">
          {raw(JSON.stringify(given).replaceAll('<', '\\u003c'))}
        </script>
        <script>{raw(script)}</script>
      </body>
    </html>
  )
}

let script: Promise<string> | undefined

/** Made by `npm run check-page`. */
function pageScript(): Promise<string> {
  script ??= readFile(join(projectRoot, 'prisma', 'check-page', 'page.min.js'), 'utf8')
  return script
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

const style = `
:root { color-scheme: light dark; font: 1.0625rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.5rem; line-height: 1.25; }
label { display: block; margin: 1rem 0 .25rem; font-weight: 600; }
textarea, input { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem; }
textarea { font-family: ui-monospace, monospace; font-size: .9375rem; word-break: break-all; }
button { min-height: 2.75rem; margin-top: .75rem; padding: .5rem 1.25rem; font: inherit; font-weight: 600; border: 0; border-radius: .375rem; background: #1d4f91; color: #fff; }
#ket-qua:not(:empty) { margin-top: 1.5rem; padding: .75rem 1rem; border-left: .375rem solid #666; background: light-dark(#f3f3f3, #262626); }
#ket-qua.good { border-color: #1a7f37; }
#ket-qua.bad { border-color: #c0152f; }
#ket-qua p { margin: 0; font-weight: 600; }
dl { margin: .75rem 0; }
dt { font-size: .875rem; }
dd { margin: 0 0 .5rem; font-weight: 600; overflow-wrap: anywhere; }
a { color: LinkText; }
`
