import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What axe finds wrong with the page as it stands: rule and places, one line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page allows no foreign ones.
  await page.evaluate(axe.source)
  return page.evaluate<string[]>(
    `axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice', 'experimental'], resultTypes: ['violations'], elementRef: false }).then(({ violations }) =>
      violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 160)).join(' | ')))`,
  )
}
