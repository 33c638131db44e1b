import { Prisma } from './generated/client.ts'

const MARK = '/* and COMMIT */'

/** The statement, marked as the last of its transaction: it goes to the database together with COMMIT. */
export function asLast(sql: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`${Prisma.raw(MARK)} ${sql}`
}

/** Whether nothing comes after it in its transaction. */
export function isLast(sql: string): boolean {
  return sql.startsWith(MARK)
}
