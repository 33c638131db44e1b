import type { UnitChange } from '../../campaign/unit-changes.ts'
import type { Translate } from '../../texts.ts'

/** One line a unit: what is new, what changes, what goes away. */
export function changeLines(changes: readonly UnitChange[], t: Translate): string[] {
  return changes.map(change => {
    const { code, name, kind } = change.unit
    if (change.isNew) return t('office-files.units.new', { code, name, kind: t(`office-files.unitKinds.${kind}`) })
    return t('office-files.units.changed', {
      code,
      name,
      changes: change.fields.map(field => fieldText(field, t)).join('; '),
    })
  })
}

function fieldText({ field, from, to }: { field: string; from: string; to: string }, t: Translate): string {
  if (field === 'successors') return successorText(from, to, t)
  const named = (value: string) => (field === 'kind' ? t(`office-files.unitKinds.${value}`) : value)
  return t('office-files.units.field', {
    field: t(`office-files.units.fields.${field}`),
    from: named(from),
    to: named(to),
  })
}

function successorText(from: string, to: string, t: Translate): string {
  const [before, after] = [codesIn(from), codesIn(to)]
  const gone = before.filter(code => !after.includes(code))
  const added = after.filter(code => !before.includes(code))
  return [
    ...(gone.length > 0 ? [t('office-files.units.successorsGone', { codes: gone.join(', ') })] : []),
    ...(added.length > 0 ? [t('office-files.units.successorsAdded', { codes: added.join(', ') })] : []),
  ].join('; ')
}

function codesIn(shown: string): string[] {
  return shown === '' ? [] : shown.split('; ')
}
