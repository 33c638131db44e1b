import { storedUnits } from '../campaign/stored-units.ts'
import type { UnitRow } from '../campaign/unit.ts'
import { unitChanges } from '../campaign/unit-changes.ts'
import { unitColumns } from '../campaign/unit-columns.ts'
import { unitKindWords } from '../campaign/unit-kind-words.ts'
import { unitsIn } from '../campaign/units-file.ts'
import { changeLines } from '../features/loads/unit-lines.ts'
import type { System } from '../intake/system.ts'
import { loadPlan } from '../loading/load-plan.ts'
import { loadUnits } from '../loading/load-units.ts'
import { loadedPlans } from '../loading/loaded-plans.ts'
import { inTransaction, type Tx } from '../store/transaction.ts'
import { officeFile } from './office-file.ts'
import type { Work } from './work.ts'

/** `units load FILE`: new units come in, known ones change, none is removed; what the campaign asks of them follows. */
export const unitsLoadWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const { lines, count, changes } = await inTransaction(system.prisma, async tx => {
    const { units, lines } = await read(system, tx, args.file ?? '')
    const plans = await loadedPlans(tx)
    const changes = await loadUnits(tx, units, system.clock.now())
    for (const plan of plans) await loadPlan(tx, plan, system.clock.now())
    return { lines, count: units.length, changes }
  })
  const created = changes.filter(({ isNew }) => isNew).length
  const done = t('cli.unitsLoaded', { count, created, changed: changes.length - created })
  return { output: `${[...lines, ...changeLines(changes, t), done].join('\n')}\n` }
}

/** `units preview FILE`: the same difference, nothing written. */
export const unitsPreviewWork: Work = async (system, args) => {
  const t = system.texts(system.defaultLocale)
  const { units, known, lines } = await inTransaction(system.prisma, tx => read(system, tx, args.file ?? ''))
  const changes = unitChanges(known, units)
  const created = changes.filter(({ isNew }) => isNew).length
  const inFile = new Set(units.map(({ code }) => code))
  const counts = {
    count: units.length,
    created,
    changed: changes.length - created,
    same: units.length - changes.length,
  }
  const others = known.filter(({ code }) => !inFile.has(code)).length
  const summary = [t('office-files.units.preview', counts), t('office-files.units.others', { count: others })]
  return { output: `${[...lines, ...changeLines(changes, t), ...summary].join('\n')}\n` }
}

interface UnitsRead {
  units: readonly UnitRow[]
  known: readonly UnitRow[]
  /** What the reader must say beside the difference. */
  lines: readonly string[]
}

async function read(system: System, tx: Tx, file: string): Promise<UnitsRead> {
  const known = await storedUnits(tx)
  const kinds = unitKindWords(system.texts('en'), system.texts('vi'))
  const { value, lines } = await officeFile(file, unitColumns, system.texts(system.defaultLocale), list =>
    unitsIn(list, { known, kinds }),
  )
  return { units: value, known, lines }
}
