import type { Translate } from '../texts.ts'

/** Products are called alike in every language. The first whose sign stands in the header: many name themselves after others too. */
const browsers = [
  ['coccoc', 'Cốc Cốc', /coc_coc_browser/i],
  ['edge', 'Edge', /\bEdg(e|A|iOS)?\//],
  ['opera', 'Opera', /\b(OPR|Opera)\//],
  ['samsung', 'Samsung Internet', /SamsungBrowser\//],
  ['firefox', 'Firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', 'Chrome', /\b(Chrome|Chromium|CriOS)\//],
  ['safari', 'Safari', /\bSafari\//],
] as const
const systems = [
  ['windows', 'Windows', /Windows/],
  ['android', 'Android', /Android/],
  ['ios', 'iPhone, iPad', /iPhone|iPad|iPod/],
  ['mac', 'macOS', /Mac OS X|Macintosh/],
  ['linux', 'Linux', /Linux|X11/],
] as const

/** All that is kept of a browser, so that its owner knows it again: `chrome/windows`. */
export function deviceOf(userAgent = ''): string {
  const browser = browsers.find(([, , sign]) => sign.test(userAgent))?.[0] ?? 'other'
  const system = systems.find(([, , sign]) => sign.test(userAgent))?.[0] ?? 'other'
  return `${browser}/${system}`
}

/** «Chrome trên Windows». */
export function deviceInWords(t: Translate, device: string): string {
  if (device === '') return t('accounts.sessions.unknownDevice')
  const [browser, system] = device.split('/')
  return t('accounts.sessions.device', {
    browser: browsers.find(([key]) => key === browser)?.[1] ?? t('accounts.sessions.otherBrowser'),
    system: systems.find(([key]) => key === system)?.[1] ?? t('accounts.sessions.otherSystem'),
  })
}
