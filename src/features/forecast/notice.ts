import type { OutboundMessage } from '../../channels/channel.ts'
import type { Go } from '../../outbox/go.ts'
import { formatDate } from '../../reading/format.ts'
import type { Translate } from '../../texts.ts'
import type { Pilot } from './pilot.ts'
import type { Outlook, Verdict } from './verdict.ts'
import { verdictId } from './verdicts.ts'
import { outlookLine, percentOf } from './words.ts'

/** What a person is told of a request for an explanation, and what the buttons open. Under 500 characters. */
export function explainNotice(
  t: Translate,
  of: {
    requestId: string
    unitCode: string
    unitName: string
    pilot: Pilot
    verdict: Verdict
    outlook: Outlook
    /** The day of the earlier request that nobody answered: the head is told of it. */
    unansweredSince: string | null
    picture: NonNullable<OutboundMessage['attachments']>[number] | null
    deskUrl: string
  },
): { message: OutboundMessage; go: readonly Go[] } {
  const { unitCode, pilot, verdict, outlook, picture } = of
  const { latest } = verdict
  const id = verdictId(unitCode, pilot)
  const lead = of.unansweredSince ? t('forecast.notice.headLead', { day: formatDate(of.unansweredSince) }) : ''
  const text = t('forecast.notice.text', {
    unit: of.unitName,
    percent: latest ? percentOf(latest) : '',
    day: latest ? formatDate(latest.day) : '',
    line: outlookLine(t, outlook, verdict),
    percentGoal: `${outlook.milestone.percent}%`,
  })
  return {
    message: {
      title: t('forecast.notice.title'),
      text: [lead, text].filter(Boolean).join('\n\n'),
      words: [t('forecast.notice.explain'), t('forecast.notice.report'), t('forecast.notice.chart')],
      links: [{ label: t('forecast.notice.web'), url: `${of.deskUrl}/${encodeURIComponent(id)}` }],
      ...(picture ? { attachments: [picture] } : {}),
    },
    go: [
      { to: 'forecast.explain', args: { id: of.requestId } },
      { to: 'report.target', args: { unit: unitCode, code: outlook.milestone.code } },
      { to: 'forecast.show', args: { id } },
    ],
  }
}
