import { expect, it } from 'vitest'
import { shortTitle } from '../../src/records/naming.ts'

it.each([
  ['Mô hình hẻm văn minh', 'Mô hình hẻm văn minh'],
  ['Nhân rộng mô hình hẻm văn minh khu phố 12', 'Nhân rộng mô hình hẻm văn minh khu phố…'],
  ['Nhân rộng mô hình hẻm văn minh ở phường 1', 'Nhân rộng mô hình hẻm văn minh ở phường…'],
  ['Nhân rộng mô hình hẻm văn minh ở phường1', 'Nhân rộng mô hình hẻm văn minh ở phường1'],
  ['Văn bản phát động của phường, số 1234/KH-UBND ngày 18/3', 'Văn bản phát động của phường…'],
  ['Kế hoạch thực hiện Quyết định số 999/QĐ-BNV về thi đua', 'Kế hoạch thực hiện Quyết định…'],
  ['Rà soát, cắt giảm giấy tờ phải nộp - đợt một của năm', 'Rà soát, cắt giảm giấy tờ phải nộp…'],
  ['1234/KHPH-UBMTTQ-UBND-LĐLĐ-HND-HLHPN-ĐTN-HCCB', '1234/KHPH-UBMTTQ-UBND-LĐLĐ-HND-HLHPN-ĐTN-HCCB'],
  ['1234/KHPH-UBMTTQ-UBND-LĐLĐ-HND-HLHPN-ĐTN phối hợp', '1234/KHPH-UBMTTQ-UBND-LĐLĐ-HND-HLHPN-ĐTN…'],
  ['a'.repeat(61), `${'a'.repeat(39)}…`],
])('«%s» is shortened to «%s»', (title, short) => {
  expect(shortTitle(title)).toBe(short)
})
