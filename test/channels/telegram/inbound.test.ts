import { describe, expect, test } from 'vitest'
import { type FileNames, inboundOf } from '../../../src/channels/telegram/inbound.ts'
import { telegramUpdate } from '../../../src/channels/telegram/update.ts'
import {
  DATE,
  groupUpdate,
  membershipUpdate,
  messageUpdate,
  pressUpdate,
  textUpdate,
} from '../../support/telegram/updates.ts'

const names: FileNames = { photo: n => `anh-${n}.jpg`, video: n => `video-${n}.mp4`, document: n => `tep-${n}` }
const NOW = new Date('2024-03-20T02:00:00Z')
const read = (raw: unknown) => inboundOf(telegramUpdate.parse(raw), names, NOW)
const contentOf = (fields: object) => read(messageUpdate(1, 42, fields))?.content

describe('an update of Telegram', () => {
  test('a text comes in as typed, with the id of the update and of the sender', () => {
    expect(read(textUpdate(7, 42, 'Trả lời'))).toEqual({
      channel: 'telegram',
      eventId: '7',
      account: '42',
      displayName: 'Lan Nguyễn',
      at: new Date(DATE * 1_000),
      content: { type: 'text', text: 'Trả lời' },
    })
  })

  test('an invitation link arrives as the text of /start', () => {
    expect(read(textUpdate(7, 42, '/start Ab_9-x'))?.content).toEqual({ type: 'text', text: '/start Ab_9-x' })
  })

  test('a press carries prompt and number, of a question or of a notice', () => {
    expect(read(pressUpdate(8, 42, '12:3'))).toMatchObject({
      account: '42',
      at: NOW,
      content: { prompt: '12', number: 3 },
    })
    expect(read(pressUpdate(9, 42, 'n77:1'))?.content).toEqual({ type: 'choice', prompt: 'n77', number: 1 })
  })

  test.each(['', 'x', '1:', ':1', '1:2:3', '-1:2', `1:${'9'.repeat(40)}`, '12:3; DROP'])(
    'a payload that no button of ours has (%s) is a press on something that is gone',
    data => {
      expect(read(pressUpdate(8, 42, data))?.content).toEqual({ type: 'choice', prompt: '', number: 0 })
    },
  )

  test('a document keeps its name, announced size and caption', () => {
    const document = { file_id: 'F1', file_unique_id: 'u', file_name: 'kế hoạch.pdf', file_size: 1200 }
    expect(contentOf({ document, caption: 'Văn bản' })).toEqual({
      type: 'files',
      caption: 'Văn bản',
      files: [{ name: 'kế hoạch.pdf', ref: 'F1', size: 1200 }],
    })
  })

  test('an address behind a word is written out behind it, under a picture too', () => {
    const link = { type: 'text_link', offset: 8, length: 3, url: 'https://a.vn/1' }
    expect(contentOf({ text: 'Xem tại đây nhé 👍', entities: [link] })).toEqual({
      type: 'text',
      text: 'Xem tại đây (https://a.vn/1) nhé 👍',
    })
    const document = { file_id: 'F1', file_unique_id: 'u', file_name: 'a.pdf' }
    const caption_entities = [{ type: 'text_link', offset: 0, length: 3, url: 'https://a.vn/2' }]
    expect(contentOf({ document, caption: 'Bài', caption_entities })).toMatchObject({
      caption: 'Bài (https://a.vn/2)',
    })
  })

  test('a reply names the message it answers, and the pictures of an album their album', () => {
    expect(contentOf({ text: 'Tên khác', reply_to_message: { message_id: 31 } })).toEqual({
      type: 'text',
      text: 'Tên khác',
      repliesTo: '31',
    })
    const photo = [{ file_id: 'a', file_unique_id: 'a', width: 9, height: 9 }]
    expect(contentOf({ photo, media_group_id: 'g1' })).toMatchObject({ type: 'files', album: 'g1' })
  })

  test('of a photo the largest size is taken', () => {
    const size = (file_id: string, width: number) => ({ file_id, file_unique_id: file_id, width, height: width })
    const content = contentOf({ message_id: 5, photo: [size('s', 90), size('l', 1280), size('m', 320)] })
    expect(content).toEqual({ type: 'files', files: [{ name: 'anh-5.jpg', ref: 'l' }] })
  })

  test('a contact is proof only when it is the sender’s own', () => {
    const card = (user_id?: number) => ({ contact: { phone_number: '+8490', first_name: 'A', user_id } })
    expect(contentOf(card(42))).toEqual({ type: 'contact', phone: '+8490', isOwn: true })
    expect(contentOf(card(43))).toMatchObject({ isOwn: false })
    expect(contentOf(card())).toMatchObject({ isOwn: false })
  })

  test.each([
    ['sticker', { sticker: { file_id: 's' } }],
    ['voice', { voice: { file_id: 'v' } }],
    ['voice', { video_note: { file_id: 'v' } }],
    ['location', { location: { latitude: 1, longitude: 2 } }],
    ['media', { animation: { file_id: 'g' }, document: { file_id: 'g' } }],
    ['media', { audio: { file_id: 'a' } }],
    ['unknown', { dice: { emoji: '🎲', value: 3 } }],
    ['unknown', { poll: {} }],
  ])('%s: what is not an answer is named, so that the person gets a hint', (what, fields) => {
    expect(contentOf(fields)).toEqual({ type: 'other', what })
  })

  test('an edited message is no answer', () => {
    const { update_id, message } = textUpdate(3, 42, 'mới')
    expect(read({ update_id, edited_message: message })?.content).toEqual({ type: 'other', what: 'edited' })
  })

  test('blocking and coming back are told', () => {
    expect(read(membershipUpdate(3, 42, 'kicked'))).toMatchObject({ account: '42', content: { type: 'left' } })
    expect(read(membershipUpdate(4, 42, 'member'))?.content).toEqual({ type: 'returned' })
  })

  test('groups and service messages are none of ours', () => {
    expect(read(groupUpdate(3, 42, '/menu'))).toBeNull()
    expect(contentOf({ pinned_message: { message_id: 1 } })).toBeUndefined()
    expect(read({ update_id: 5, poll_answer: {} })).toBeNull()
  })
})
