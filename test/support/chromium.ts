import { type Browser, chromium } from 'playwright-core'

/** Debian's browser without a window of its own, which asks nobody but the pages it is led to. It shows no PDF. */
export function openChromium(): Promise<Browser> {
  return open('/usr/bin/chromium-headless-shell')
}

/** The whole browser, with all that it can show; it takes half as much again of the processor. */
export function openWholeChromium(): Promise<Browser> {
  return open('/usr/bin/chromium')
}

function open(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: flags })
}

const flags = [
  ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
  ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
]
