/** Columns of a template, in their order; their headings are `dossier.file.columns.<name>`. */
export const columns = ['n', 'name', 'how', 'last', 'value', 'whole', 'reason', 'unit', 'period', 'stamp'] as const
export type ColumnName = (typeof columns)[number]

/** Those without which a file cannot be read. */
export const needed: readonly ColumnName[] = ['name', 'value', 'whole', 'unit', 'period', 'stamp']
