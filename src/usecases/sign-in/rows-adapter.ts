// better-auth's database: our tables through the store, each call a transaction of the system's role.
import { createAdapterFactory } from 'better-auth/adapters'
import type { AdapterFactory, AdapterFactoryCustomizeAdapterCreator } from 'better-auth/adapters'
import type { BetterAuthOptions } from 'better-auth'
import type { RecordKind } from '../../core/record-id.ts'
import type { SystemScope } from '../../store/scope.ts'
import {
  changeSignInRows,
  countSignInRows,
  deleteSignInRows,
  findSignInRows,
  insertSignInRow,
} from '../../store/sign-in-rows.ts'
import type { SignInTable } from '../../store/sign-in-rows.ts'
import type { Services } from '../context.ts'

type Storage = Pick<Services, 'store' | 'newId'>
type Work = <T>(work: (scope: SystemScope) => Promise<T>) => Promise<T>

/** better-auth's name of a model → what our ids say it is. */
const kinds: Readonly<Record<string, RecordKind>> = {
  user: 'user',
  session: 'session',
  account: 'account',
  verification: 'verification',
  twoFactor: 'factor',
  passkey: 'passkey',
}

export function rowsAdapter({ store, newId }: Storage) {
  const made = (read: Work, write: Work, nested: boolean): AdapterFactory<BetterAuthOptions> =>
    createAdapterFactory({
      config: {
        adapterId: 'demarc',
        adapterName: 'Demarc',
        supportsNumericIds: false,
        supportsJSON: false,
        supportsDates: false,
        supportsBooleans: store.engine === 'postgres',
        customIdGenerator: ({ model }) => newId(kindOf(model)),
        transaction: nested ? false : (work) => write((scope) => work(adapterIn(scope))),
      },
      adapter: rowsOver(read, write),
    })
  let options: BetterAuthOptions = {}
  const adapterIn = (scope: SystemScope) => {
    const within: Work = (work) => work(scope)
    return made(within, within, true)(options)
  }
  const outer = made(store.readSystem, store.writeSystem, false)
  return (given: BetterAuthOptions): ReturnType<typeof outer> => {
    options = given
    return outer(given)
  }
}

function kindOf(model: string): RecordKind {
  const kind = kinds[model]
  if (kind === undefined) throw new Error(`sign-in keeps something that we do not know: ${model}`)
  return kind
}

/** Rows come and go as better-auth shapes them; what a row holds, our migrations say. */
function rowsOver(read: Work, write: Work): AdapterFactoryCustomizeAdapterCreator {
  return ({ getFieldName }) => ({
    create: ({ model, data }) => write((scope) => insertSignInRow(scope, tableOf(model), data)) as Promise<never>,
    findOne: ({ model, where }) =>
      read((scope) => findSignInRows(scope, tableOf(model), { conditions: where, limit: 1 })).then(
        first,
      ) as Promise<never>,
    findMany: ({ model, where = [], limit, sortBy, offset }) =>
      read((scope) =>
        findSignInRows(scope, tableOf(model), {
          conditions: where,
          limit,
          ...(sortBy !== undefined && { orderBy: { ...sortBy, field: getFieldName({ model, field: sortBy.field }) } }),
          ...(offset !== undefined && { offset }),
        }),
      ) as Promise<never>,
    count: ({ model, where = [] }) => read((scope) => countSignInRows(scope, tableOf(model), where)),
    update: ({ model, where, update }) =>
      write((scope) =>
        changeSignInRows(scope, tableOf(model), { conditions: where, set: update as Record<string, unknown> }),
      ).then(first) as Promise<never>,
    updateMany: ({ model, where, update }) =>
      write((scope) => changeSignInRows(scope, tableOf(model), { conditions: where, set: update })).then(size),
    delete: ({ model, where }) =>
      write((scope) => deleteSignInRows(scope, tableOf(model), where)).then(() => undefined),
    deleteMany: ({ model, where }) => write((scope) => deleteSignInRows(scope, tableOf(model), where)).then(size),
    consumeOne: ({ model, where }) =>
      write((scope) => deleteSignInRows(scope, tableOf(model), where)).then(first) as Promise<never>,
    incrementOne: ({ model, where, increment, set = {} }) =>
      write((scope) => changeSignInRows(scope, tableOf(model), { conditions: where, set, add: increment })).then(
        first,
      ) as Promise<never>,
  })
}

function tableOf(model: string): SignInTable {
  return model as SignInTable
}

function first<T>(rows: readonly T[]): T | null {
  return rows[0] ?? null
}

function size(rows: readonly unknown[]): number {
  return rows.length
}
