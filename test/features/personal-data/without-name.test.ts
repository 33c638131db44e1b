import { describe, expect, it } from 'vitest'
import { patternOf, withoutName, withoutNameIn } from '../../../src/features/personal-data/without-name.ts'

const without = (text: string) => withoutName(text, 'Người Thử Hòa', '#')

describe('a name in the words of people', () => {
  it.each([
    ['Do Người Thử Hòa soạn.', 'Do # soạn.'],
    ['NGƯỜI THỬ HOÀ, người thử hoà', '#, #'],
    ['nguoi thu hoa gui', '# gui'],
    ['bao-cao_nguoi-thu_hoa.pdf', 'bao-cao_#.pdf'],
    ['Người Thử\nHòa', '#'],
    ['Người  Thử Hòa', '#'],
  ])('is found in «%s»', (text, expected) => {
    expect(without(text)).toBe(expected)
    expect(without(text.normalize('NFD'))).toBe(expected)
  })

  it.each(['Người Thử Hóa', 'Người Thử Hoài', 'Người Thử, Hòa', 'hòa', 'Người Thử'])('is not found in «%s»', text => {
    expect(without(text)).toBe(text)
  })

  it('of two words is found as it is written only, of one word not at all', () => {
    expect(withoutName('Thử Hòa cùng thử hòa', 'Thử Hòa', '#')).toBe('# cùng thử hòa')
    expect(withoutName('Hòa', 'Hòa', '#')).toBe('Hòa')
  })

  it('is replaced wherever a JSON value is text, and nothing else is touched', () => {
    const value = { names: [{ name: 'Người Thử Hòa', share: '50/1' }, 7, null], text: 'một\nNgười Thử Hòa' }
    expect(withoutNameIn(value, 'Người Thử Hòa', '#')).toEqual({
      names: [{ name: '#', share: '50/1' }, 7, null],
      text: 'một\n#',
    })
  })

  it('is looked for with a pattern that leaves letters with accents open', () => {
    expect(patternOf('Người Đỗ Hòa')).toBe('%ng___%__%h__%')
  })
})
