import { expect, test } from 'vitest'
import { fieldOf } from '../../src/conversation/form.ts'
import { notAnAnswer } from '../../src/conversation/not-an-answer.ts'
import { features } from '../../src/features/list.ts'
import { loadTexts } from '../../src/texts.ts'

const t = loadTexts('vi')

test.each(['sticker', 'voice', 'location', 'media', 'unseen', 'unknown'])(
  'a %s is answered, at every question of every form, with what can be taken there',
  what => {
    let asked = 0
    for (const { form } of features.flatMap(({ forms = [] }) => forms))
      for (const position of form.order) {
        const draft = { position, pending: null, params: {}, answers: {} }
        const said = notAnAnswer(form, draft, what, { t })
        const { kind } = fieldOf(form, position)
        expect(said).toContain(
          kind === 'files' ? 'gửi tệp' : /choice|yesNo/i.test(kind) ? 'số của lựa chọn' : 'bằng chữ',
        )
        expect(said).not.toMatch(/conversation\./)
        asked += 1
      }
    expect(asked).toBeGreaterThan(20)
  },
)
