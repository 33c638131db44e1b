import { freshEmbedded } from '../support/database.ts'
import { storedSeason } from './stored-season.ts'
import { beat } from '../../src/reminders/beat.ts'
import { everyOpen, loadRound } from '../../src/reminders/load-round.ts'
import { planRound } from '../../src/reminders/round.ts'
const n = 10000
const store = await freshEmbedded()
const s = await storedSeason(store, ['A'])
await store.prisma.$executeRawUnsafe(`INSERT INTO obligation (id, campaign_id, unit_code, duty_code, period, targets, due_on, opens_on, remind_by, state, is_late) SELECT gen_random_uuid(), '${s.campaign.id}'::uuid, 'A', 'D02', 'p'||i, '{}', '2024-11-30', '2024-03-15', '2024-11-29', 'OPEN', false FROM generate_series(1, ${n}) i`)
await store.prisma.$executeRawUnsafe('ANALYZE')
s.clock.set('2024-03-15T01:00:00Z')
let t = performance.now()
const lap = (w: string) => { console.log(w, Math.round(performance.now() - t)); t = performance.now() }
const rows = await everyOpen(store.prisma, s.campaign.id, '2024-03-15'); lap('open')
const input = await loadRound(store.prisma, s.system, s.campaign, rows, s.clock.now(), {counts:{submitted:0,waiting:0,unreachable:0},done:new Set()}); lap('load')
const r = planRound(input); lap('plan')
await beat(s.system, 'one'); lap('beat')
await store.close()
