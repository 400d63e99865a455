// What the doctor finds in the database: is it there, whose schema, how safely it keeps things, and what waits in it.
import type { Configuration } from '../../server/configuration/configuration.ts'
import { lookAtDatabase, placeOf } from '../../usecases/look-at-database.ts'
import type { DatabaseLook } from '../../usecases/look-at-database.ts'
import { good, mind, wrong } from './remark.ts'
import type { Finding } from './remark.ts'

type Sqlite = Extract<DatabaseLook, { readonly engine: 'sqlite' }>
type Postgres = Extract<DatabaseLook, { readonly engine: 'postgres' }>

export async function database({ DATABASE_URL }: Configuration): Promise<readonly Finding[]> {
  const look = await lookAtDatabase(DATABASE_URL, Date.now())
  const kept = look.engine === 'sqlite' ? ofSqlite(look) : ofPostgres(look)
  return [...standing(look, placeOf(DATABASE_URL)), ...kept, ...waiting(look)]
}

function standing({ held }: DatabaseLook, place: string): readonly Finding[] {
  if (held === undefined) return [good(`none yet ${place}; the first start makes it`)]
  const { database: there, program } = held.schema
  if (there > program)
    return [
      wrong(`its schema is ${there}, this program knows ${program}: start the version that made it, or a later one`),
    ]
  if (there < program)
    return [mind(`its schema is ${there} of ${program}: the next start brings it up to date; make a backup first`)]
  return [good(`answers, schema ${there} of ${program}, ${place}`)]
}

function ofSqlite({ version, file }: Sqlite): readonly Finding[] {
  if (file === undefined) return []
  if (file.journal !== 'wal')
    return [mind(`its journal mode is ${file.journal}, not wal: another program set it; the next start sets it back`)]
  const faults = [
    ...(file.durable === true ? [] : [wrong('what is acknowledged would not be on the disk: synchronous is not full')]),
    ...(file.keysEnforced === true ? [] : [wrong('foreign keys are not enforced')]),
  ]
  return faults.length > 0
    ? faults
    : [good(`SQLite ${version}: can be written to; write-ahead log, synchronous full, foreign keys enforced`)]
}

/** Milliseconds by which two clocks may differ before somebody looks into it, and before leases and sessions end wrongly. */
const apart = { mind: 2000, wrong: 60_000 }

function ofPostgres(look: Postgres): readonly Finding[] {
  const { version, tooOld, ahead, hasty, user, looseRoles, unguarded } = look
  const seconds = `${(Math.abs(ahead) / 1000).toFixed(1)} s ${ahead < 0 ? 'behind' : 'ahead of'}`
  const clock = `its clock is ${seconds} this machine’s: let both follow NTP`
  const away = Math.abs(ahead)
  return [
    tooOld ? wrong(`PostgreSQL ${version}; Demarc needs 15 or newer`) : good(`PostgreSQL ${version}`),
    ...(away >= apart.wrong ? [wrong(clock)] : away >= apart.mind ? [mind(clock)] : []),
    ...(hasty
      ? [mind('fsync or synchronous_commit is off: what was acknowledged can be lost when the machine stops')]
      : []),
    ...(user.pastWalls
      ? [
          mind(
            `${user.name} is a superuser or passes row-level security by: give the server a user of its own that owns the database (docs/running.md)`,
          ),
        ]
      : []),
    ...looseRoles.map((role) =>
      wrong(`${role} opens the wall between tenants: alter role ${role} nologin nosuperuser nobypassrls`),
    ),
    ...unguarded.map((table) =>
      wrong(
        `row-level security does not hold the table ${table}: put its policy own_tenant back, and alter table ${table} enable row level security, force row level security`,
      ),
    ),
    ...(look.held !== undefined && looseRoles.length + unguarded.length === 0
      ? [good('row-level security is forced on every table of a tenant')]
      : []),
  ]
}

/** A job that waits so long is one that nobody takes; milliseconds. */
const patience = 10 * 60 * 1000

function waiting({ held }: DatabaseLook): readonly Finding[] {
  const work = held?.work
  if (work === undefined) return []
  const { mailWaiting, mailFailed, deliveriesWaiting, deliveriesFailed, jobsWaiting, jobsLeft, jobsSince } = work
  const old = jobsSince !== undefined && Date.now() - Date.parse(jobsSince) > patience
  return [
    good(`${mailWaiting} messages, ${deliveriesWaiting} webhook deliveries and ${jobsWaiting} jobs wait`),
    ...(mailFailed > 0 ? [mind(`${mailFailed} messages were given up: demarc outbox shows why`)] : []),
    ...(deliveriesFailed > 0
      ? [mind(`${deliveriesFailed} webhook deliveries were given up: their owners see why, and can send them again`)]
      : []),
    ...(old ? [mind(`the oldest job has waited since ${jobsSince}: does a server run?`)] : []),
    ...(jobsLeft > 0
      ? [mind(`${jobsLeft} jobs were left by a process that ended: a running server takes them up`)]
      : []),
  ]
}
