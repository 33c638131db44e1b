import * as chai from 'chai'
import { JestAsymmetricMatchers, JestChaiExpect, JestExtend, setState, GLOBAL_EXPECT } from '@vitest/expect'
chai.use(JestExtend as any); chai.use(JestChaiExpect as any); chai.use(JestAsymmetricMatchers as any)
export const expect: any = (v: any, m?: any) => (chai as any).expect(v, m)
expect.objectContaining = (x:any)=>x
let bad = 0
const run = (name: string, f: any) => { const t=performance.now(); try { f(); console.log('ok  ', name, (performance.now()-t).toFixed(0)) } catch (e: any) { bad++; console.log('FAIL', name, String(e.message).slice(0, 4000), e.diff ?? '', JSON.stringify(e.actual ?? null, (_, v) => typeof v === 'bigint' ? String(v) : v)?.slice(0, 3000)) } }
export const test: any = (name: string, a: any, b?: any) => run(name, typeof a === 'function' ? a : b)
test.each = (rows: any[]) => (name: string, f: any) => { for (const r of rows) run(name + ' ' + JSON.stringify(Array.isArray(r) ? r[0] : r), () => (Array.isArray(r) ? f(...r) : f(r))) }
export const it = test
export const describe: any = (_: string, f: any) => f()
describe.each = (rows: any[]) => (name: string, f: any) => rows.forEach((r: any) => f(r))
