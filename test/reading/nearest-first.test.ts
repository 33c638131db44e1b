import { expect, it } from 'vitest'
import { readNamed } from '../../src/reading/named.ts'

const labels = ['Trung tâm Chính trị', 'Trung tâm Y tế', 'Trung tâm Dịch vụ kỹ thuật nông nghiệp', 'Trung tâm Văn hóa']

it.each([
  ['Trung tâm phục vụ nông nghiệp', 'Trung tâm Dịch vụ kỹ thuật nông nghiệp'],
  ['trung tâm văn nghệ', 'Trung tâm Văn hóa'],
  ['Trung tâm công ích', 'Trung tâm Chính trị'],
])('of what «%s» may be, the unit that shares the most words with it is offered first', (typed, first) => {
  const reading = readNamed(
    typed,
    labels.map(label => ({ label })),
  )
  const offered = reading.ok || reading.kind !== 'ask' ? [] : reading.candidates.map(at => labels[at])
  expect(offered[0]).toBe(first)
  expect(offered.toSorted()).toEqual(labels.toSorted())
})
