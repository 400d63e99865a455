// The server's figures, on each engine.
import { withPostgres } from '../postgres/for-tests.ts'
import { editOn } from './edit.ts'
import { httpOn } from './http.ts'
import type { Ratio } from './ratio.ts'

export function server(): Promise<readonly Ratio[]> {
  return withPostgres(async () => {
    // It looks once, when it is loaded, whether there is a PostgreSQL.
    const { engines } = await import('../../src/store/testing/fresh-database.ts')
    const found: Ratio[] = []
    for (const engine of engines) found.push(...(await httpOn(engine)), await editOn(engine))
    return found
  })
}
