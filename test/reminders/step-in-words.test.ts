import { expect, it } from 'vitest'
import { stepInWords } from '../../src/reminders/words/step-in-words.ts'
import { loadTexts } from '../../src/texts.ts'

const t = loadTexts('vi')

it.each([
  ['-3@2024-03-31', 'Còn 3 ngày đến hạn 31/03/2024'],
  ['-3w@2024-03-31', 'Còn 3 ngày làm việc đến hạn 31/03/2024'],
  ['0@2024-03-31', 'Đến hạn 31/03/2024'],
  ['+1@2024-03-31', 'Quá hạn 1 ngày (hạn 31/03/2024)'],
  ['+10w@2024-03-31', 'Quá hạn 10 ngày làm việc (hạn 31/03/2024)'],
  ['off@2024-03-31', 'Đến hạn 31/03/2024, vào ngày nghỉ'],
  ['promise@2024-04-05', 'Đã qua ngày hẹn gửi 05/04/2024'],
  ['hasten@2024-04-05', 'Cán bộ yêu cầu nhắc ngay 05/04/2024'],
  ['one of another release', 'one of another release'],
])('the step «%s» reads «%s»', (key, words) => {
  expect(stepInWords(key, t)).toBe(words)
})
