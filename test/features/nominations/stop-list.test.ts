import { describe, expect, it } from 'vitest'
import type { CampaignUnit } from '../../../src/campaign/active.ts'
import { stopColumns, stopEntriesIn } from '../../../src/features/nominations/stop-list.ts'
import { readListFrom } from '../../../src/office-files/read-list.ts'

const unit = (code: string, name: string, kind: string, parentCode: string | null = null): [string, CampaignUnit] => [
  code,
  { ...{ code, name, kind, parentCode, validFrom: null, validTo: null, endKnownAt: null }, successors: [] },
]
const units = new Map([
  unit('P1', 'UBND phường Một', 'ward'),
  unit('P2', 'UBND phường Hai', 'ward'),
  unit('P1-X', 'Phòng Văn hóa - Xã hội', 'department', 'P1'),
  unit('P2-X', 'Phòng Văn hóa - Xã hội', 'department', 'P2'),
])
const knowledge = { units, givenOn: '2024-11-20', expiresOn: '2024-12-31' }

async function read(text: string) {
  const list = await readListFrom('ds.csv', new TextEncoder().encode(text), stopColumns)
  if (!list.ok) throw new Error(JSON.stringify(list.problems))
  return stopEntriesIn(list.value, knowledge)
}

describe('a list of an agency', () => {
  it('is read with what it says of each, and with the last day of the whole where a line says none', async () => {
    const entries = await read(
      [
        'Họ và tên,Đơn vị,Loại việc,Nội dung,Có hiệu lực đến',
        'Nguyễn Thị Bình,UBND phường Một,Khiếu nại,Đơn đang xác minh,31/01/2025',
        'Trần Văn Cường,Công ty ngoài,Kỷ luật,,',
        'UBND phường Hai,,Thanh tra,,',
      ].join('\n'),
    )
    expect(entries).toEqual({
      ok: true,
      value: [
        {
          ...{ kind: 'COMPLAINT', subjectKind: 'INDIVIDUAL', name: 'Nguyễn Thị Bình', nameFolded: 'nguyen thi binh' },
          ...{ unitCode: 'P1', detail: 'Đơn đang xác minh', expiresOn: '2025-01-31' },
        },
        {
          ...{ kind: 'DISCIPLINE', subjectKind: 'INDIVIDUAL', name: 'Trần Văn Cường', nameFolded: 'tran van cuong' },
          ...{ unitCode: null, detail: '', expiresOn: '2024-12-31' },
        },
        {
          ...{ kind: 'INSPECTION', subjectKind: 'COLLECTIVE', name: 'UBND phường Hai', nameFolded: 'ubnd phuong hai' },
          ...{ unitCode: 'P2', detail: '', expiresOn: '2024-12-31' },
        },
      ],
    })
  })

  it('names a department of a ward with its ward, beside it or within its name; of no ward it is a name alone', async () => {
    const entries = await read(
      [
        'Tên,Đơn vị,Loại việc',
        'Phòng Văn hóa - Xã hội,UBND phường Hai,Thanh tra',
        'Phòng Văn hóa – Xã hội phường Một,,Thanh tra',
        'Phòng Văn hóa - Xã hội,,Thanh tra',
        'Trần Văn Cường,Phòng Văn hóa - Xã hội,Kỷ luật',
        'Trần Văn Cường,Phòng Văn hóa - Xã hội phường Hai,Kỷ luật',
      ].join('\n'),
    )
    expect(entries.ok ? entries.value.map(one => [one.subjectKind, one.unitCode]) : entries.problems).toEqual([
      ['COLLECTIVE', 'P2-X'],
      ['COLLECTIVE', 'P1-X'],
      ['COLLECTIVE', null],
      ['INDIVIDUAL', null],
      ['INDIVIDUAL', 'P2-X'],
    ])
  })

  it('with a slip is refused whole, with every cell that is wrong', async () => {
    const entries = await read(
      ['Họ và tên,Có hiệu lực đến', ',31/12/2024', 'Trần Văn Cường,31/02/2025', 'Lê Văn Dũng,01/01/2024'].join('\n'),
    )
    expect(entries.ok ? [] : entries.problems.map(({ cell, code }) => [cell, code])).toEqual([
      ['A2', 'personNameEmpty'],
      ['B3', 'wrongDay'],
      ['B4', 'wrongDay'],
    ])
  })
})
