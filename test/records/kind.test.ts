import { describe, expect, it } from 'vitest'
import { launchForm } from '../../src/features/launch/form.ts'
import { decision, right } from '../../src/people/right.ts'
import {
  anyKind,
  awaited,
  correcting,
  counting,
  deciding,
  handedInOf,
  type Move,
  type RecordKind,
  recordKind,
  rightsOfKind,
  waitsFor,
  whereItStood,
} from '../../src/records/kind.ts'

const [write, edit, approve] = [right('x.write', {}), right('x.edit', {}), right('x.approve', {})]
const [decide, praise] = [decision('x.decide', {}), decision('x.praise', {})]
const move = (from: string[], to: string, more: Partial<Move> = {}): Move => ({
  ...{ from, to, right: decide, asks: 'nothing', tone: 'good', ...more },
})

const kind = (more: Partial<RecordKind<typeof launchForm.fields>> = {}) =>
  recordKind({
    ...{ name: 'x', letters: 'XX', path: 'x', route: 'x', form: launchForm, columns: [], title: () => '' },
    states: {
      DRAFT: { tone: 'neutral', handsIn: true },
      SENT: { tone: 'waiting', waits: ['accept', 'praise', 'return'], counts: true },
      DONE: { tone: 'good', counts: true, waits: ['note'] },
    },
    ...{ begins: 'DRAFT', handedIn: 'SENT' },
    moves: {
      accept: move(['SENT'], 'DONE'),
      praise: move(['SENT', 'DONE'], 'DONE', { right: praise }),
      return: move(['SENT'], 'DRAFT'),
      note: move(['DONE'], 'DONE', { right: edit }),
    },
    rights: { write, approve },
    ...more,
  })
/** Made within the tests: what breaks it fails them, and not their loading. */
const one = () => anyKind(kind())
/** In its words: what is thrown may be no error at all. */
function faultOf(more: Parameters<typeof kind>[0]): string {
  try {
    return `none in ${kind(more).name}`
  } catch (error) {
    return String(error)
  }
}
const names = (rights: readonly { name: string }[]) => rights.map(({ name }) => name)

describe('a kind of record', () => {
  it('is refused when it begins, is handed in or moves where there is no state', () => {
    expect(faultOf({})).toBe('none in x')
    expect(faultOf({ begins: 'GONE' })).toBe('Error: record kind x: no state GONE')
    expect(faultOf({ handedIn: 'GONE' })).toBe('Error: record kind x: no state GONE')
    for (const odd of [move(['GONE'], 'DONE'), move(['SENT'], 'GONE'), move(['GONE'], whereItStood)])
      expect(faultOf({ moves: { ...one().moves, odd } })).toBe('Error: record kind x: odd uses no state GONE')
    expect(faultOf({ moves: { ...one().moves, odd: move(['SENT'], whereItStood) } })).toBe('none in x')
  })

  it('is refused when a state waits for a move that does not begin there', () => {
    const waiting = (move: string) => ({ ...one().states, DRAFT: { tone: 'neutral' as const, waits: [move] } })
    expect(faultOf({ states: waiting('accept') })).toBe('Error: record kind x: DRAFT waits for no move accept')
    expect(faultOf({ states: waiting('gone') })).toBe('Error: record kind x: DRAFT waits for no move gone')
  })

  it('of a person is refused when it does not say whose it is and who sees it', () => {
    const fault = 'Error: record kind x: whose it is, and who sees it'
    for (const more of [{}, { edit }, { see: write }])
      expect(faultOf({ isPersonal: true, rights: { write, ...more } })).toBe(fault)
    expect(faultOf({ isPersonal: true, rights: { write, edit, see: write } })).toBe('none in x')
  })

  it('is taken as it is declared', () => {
    expect(Object.keys(kind().states)).toEqual(['DRAFT', 'SENT', 'DONE'])
  })

  it('waits in a state for those who may make its next moves, each right once', () => {
    expect(names(awaited(one(), 'SENT'))).toEqual(['x.decide', 'x.praise'])
    expect(waitsFor(one(), 'SENT')).toBe('x.decide x.praise')
    expect(waitsFor(one(), 'DONE')).toBe('x.edit')
    expect([awaited(one(), 'DRAFT'), waitsFor(one(), 'DRAFT'), waitsFor(one(), 'GONE')]).toEqual([[], null, null])
  })

  it('is decided on by its head and by those who hold one of its decisions', () => {
    expect(names(deciding(one()))).toEqual(['x.approve', 'x.decide', 'x.praise', 'x.decide'])
    expect(names(deciding(anyKind(kind({ rights: { write } }))))).toEqual(['x.decide', 'x.praise', 'x.decide'])
  })

  it('asks for each of its rights once', () => {
    expect(names(rightsOfKind(one()))).toEqual(['x.write', 'x.approve', 'x.decide', 'x.praise', 'x.edit'])
  })

  it('is corrected by whoever writes it, unless it says otherwise', () => {
    expect(correcting(one())).toBe(write)
    expect(correcting(anyKind(kind({ rights: { write, edit } })))).toBe(edit)
  })

  it('counts where its states say so', () => {
    expect(counting(one())).toEqual(['SENT', 'DONE'])
  })

  it('stands where it is handed in, or where its kind says for the topic', () => {
    expect(handedInOf({ handedIn: 'SENT' }, 'a')).toBe('SENT')
    const handedInFor = (topic: string) => (topic === 'a' ? 'DONE' : 'DRAFT')
    expect(['a', 'b'].map(topic => handedInOf({ handedIn: 'SENT', handedInFor }, topic))).toEqual(['DONE', 'DRAFT'])
  })
})
