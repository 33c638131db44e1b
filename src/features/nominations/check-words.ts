import type { Ctx } from '../../contract/feature.ts'
import { formatDate } from '../../reading/format.ts'
import type { CheckSheet, Finding, Why } from './check/finding.ts'

type WordCtx = Pick<Ctx, 't' | 'campaign'>

/** What a finding is called: the plan's own words. */
export function ruleName({ t, campaign }: WordCtx, rule: string): string {
  return campaign.plan.commendation.rules.find(({ code }) => code === rule)?.text ?? t('nomination.double')
}

/** «số liệu chưa được xác nhận: C07, C09; chưa đến hạn: C14» */
export function whyInWords(ctx: WordCtx, { why }: Pick<Finding, 'why'>): string {
  return why.map(one => oneInWords(ctx, one)).join('; ')
}

function oneInWords({ t }: WordCtx, { name, params = {} }: Why): string {
  const { day, kind, at } = params
  return t(`nomination.why.${name}`, {
    ...params,
    ...(day === undefined ? {} : { day: formatDate(String(day)) }),
    ...(kind === undefined ? {} : { kind: t(`nomination.stopKinds.${kind}`) }),
    ...(at === undefined ? {} : { at }),
  })
}

/** The sheet in lines for a chat: what has failed and what people must look at; what passed is counted. */
export function sheetInLines(ctx: WordCtx, sheet: CheckSheet): string[] {
  const open = sheet.findings.filter(({ result }) => result === 'FAIL' || result === 'NEEDS_HUMAN')
  return open.map(finding => {
    const result = ctx.t(`nomination.results.${finding.result}`)
    return `${finding.rule} – ${result}: ${whyInWords(ctx, finding)}`
  })
}
