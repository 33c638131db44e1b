import { Prisma } from '../store/generated/client.ts'

/**
 * How records stood just before an instant (null: as they stand now), by versions and moves and never by the present row. `of` chooses
 * them (`r` is the record). Columns: id, unit_code, origin (the unit that handed it in, wherever it went on since), topic, period,
 * state, waits_for, passed_version.
 */
export function stood(of: Prisma.Sql, before: Date | null): Prisma.Sql {
  return before === null ? presently(of) : formerly(of, before)
}

/** The few that went on with another unit, each with the unit that it began with. */
const wentOn = Prisma.sql`(SELECT DISTINCT ON (w.record_id) w.record_id, w.from_unit FROM record_move w WHERE w.from_unit IS NOT NULL
  ORDER BY w.record_id, w.seq)`

function presently(of: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    SELECT r.id, r.unit_code, coalesce(o.from_unit, r.unit_code) AS origin, r.topic, r.period, r.state, r.waits_for, r.passed_version
    FROM record r LEFT JOIN ${wentOn} o ON o.record_id = r.id WHERE ${of}`
}

/** What nothing has moved since stands as it stood then; the others are told from their moves. */
function formerly(of: Prisma.Sql, before: Date): Prisma.Sql {
  const later = Prisma.sql`EXISTS (SELECT FROM record_move l WHERE l.record_id = r.id AND l.at >= ${before})`
  return Prisma.sql`
    ${presently(Prisma.sql`${of} AND r.received_at < ${before} AND NOT ${later}`)}
    UNION ALL (${byMoves(Prisma.sql`${of} AND ${later}`, before)})`
}

/** What a move left behind is what the next one found; after the last one it is what the record says. */
function byMoves(of: Prisma.Sql, before: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (m.id) m.id, m.unit_code, m.origin, m.topic, m.period, m.state, m.waits_for, m.passed_version FROM (
      SELECT r.id, r.unit_code, coalesce(o.from_unit, r.unit_code) AS origin, r.topic, r.period, v."to" AS state, v.at, v.seq,
        CASE WHEN lead(v.seq) OVER later IS NULL THEN r.waits_for ELSE lead(v.waited_for) OVER later END AS waits_for,
        coalesce(lead(v.passed_before) OVER later, r.passed_version) AS passed_version
      FROM record r JOIN record_move v ON v.record_id = r.id LEFT JOIN ${wentOn} o ON o.record_id = r.id WHERE ${of}
      WINDOW later AS (PARTITION BY r.id ORDER BY v.seq)
    ) m WHERE m.at < ${before} ORDER BY m.id, m.seq DESC`
}

/** The unit that had a record just before an instant (null: has it now), wherever it went on since; `s` is a row of `stood`. */
export function unitThen(before: Date | null): Prisma.Sql {
  if (before === null) return Prisma.sql`s.unit_code`
  return Prisma.sql`coalesce((SELECT w.from_unit FROM record_move w
    WHERE w.record_id = s.id AND w.from_unit IS NOT NULL AND w.at >= ${before} ORDER BY w.seq LIMIT 1), s.unit_code)`
}
