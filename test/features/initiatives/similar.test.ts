import { describe, expect, it } from 'vitest'
import { foldTitle, likeness, mostAlike } from '../../../src/features/initiatives/similar.ts'

const registered = [
  'Ngày thứ Năm không hẹn',
  'Niêm yết thủ tục hành chính bằng mã QR',
  'Trung tâm hành chính công trên Zalo',
  'Phản ánh hiện trường trên Hue-S',
  'Chợ 4.0 – thanh toán không dùng tiền mặt',
  'Số hóa hồ sơ đất đai tại bộ phận một cửa',
  'Thư xin lỗi khi trễ hẹn',
].map(title => ({ title, titleFolded: foldTitle(title) }))

const alike = (title: string) => mostAlike(title, registered, 3).map(found => found.title)

describe('similar titles', () => {
  it('finds the same title typed without accents, in other letters and with other signs', () => {
    expect(alike('NGAY THU NAM KHONG HEN!')).toEqual(['Ngày thứ Năm không hẹn'])
  })

  it('finds the same title in decomposed Unicode', () => {
    expect(alike('Niêm yết thủ tục hành chính bằng mã QR'.normalize('NFD'))[0]).toBe(
      'Niêm yết thủ tục hành chính bằng mã QR',
    )
  })

  it('finds a title whose words stand in another order', () => {
    expect(alike('Mã QR niêm yết các thủ tục hành chính')[0]).toBe('Niêm yết thủ tục hành chính bằng mã QR')
  })

  it('finds a short title inside a long one', () => {
    expect(alike('Số hóa hồ sơ đất đai tại bộ phận một cửa phục vụ tổ chức và cá nhân trên địa bàn phường')[0]).toBe(
      'Số hóa hồ sơ đất đai tại bộ phận một cửa',
    )
  })

  it('leaves titles alone that share only the words every title has', () => {
    expect(alike('Mô hình ứng dụng công nghệ thông tin trong tiếp công dân')).toEqual([])
    expect(likeness(foldTitle('Giải pháp chợ số'), foldTitle('Giải pháp trường học số'))).toBeLessThan(0.6)
  })

  it('shows three at most, the nearest first', () => {
    const many = ['a b c d e', 'a b c d', 'a b c d f', 'a b c d g'].map(title => ({ titleFolded: title }))
    const found = mostAlike('a b c d', many, 3).map(one => one.titleFolded)
    expect(found).toHaveLength(3)
    expect(found[0]).toBe('a b c d')
  })

  it('says nothing about an empty title', () => {
    expect(alike('!!!')).toEqual([])
    expect(likeness('', '')).toBe(0)
  })
})
