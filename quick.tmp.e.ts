import { Temporal } from 'temporal-polyfill'
import { step } from './src/conversation/step.ts'
import { anyPeriod, freshForm } from './test/talk/fresh-form.ts'
import { storedAs } from './test/talk/play.ts'
import { talkTexts } from './test/talk/talk-form.ts'
import { readFileSync } from 'node:fs'
for (const l of readFileSync(process.argv[2] as string,'utf8').split('\n').filter(Boolean)) {
  const [field='', typed='', want=''] = l.split('|')
  const env: any = { t: talkTexts, today: Temporal.PlainDate.from('2024-05-15') }
  const s: any = step(freshForm as any, { position: field, pending: null, params: anyPeriod, answers: { first: 'x' } } as any, { type: 'text', text: typed }, env)
  const ch = s.changes.find((c: any) => c.field === field)
  const f: any = (freshForm as any).fields[field]
  const got = ch ? storedAs(ch.value === null ? null : f.encode ? f.encode(ch.value) : ch.value) : 'ask'
  const ok = got === want || (want==='?')
  if (!ok || process.argv[3]) console.log(ok ? '  ' : got==='ask'?'A ':'X ', field, '|', typed, '→', got, s.pending ? JSON.stringify(s.pending).slice(0,90) : '', '| want', want, '|', s.said.join(' ').slice(0,50))
}
