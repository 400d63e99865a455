// How often something was tried within a time; and the upkeep of what sign-in no longer needs.
import type { SystemScope } from './scope.ts'

export interface Counted {
  readonly tried: number
  readonly endsAt: string
}

/** One more; a time that is over starts again. Of many at once, each is told another number. */
export async function countTry(
  { sql }: SystemScope,
  bucket: string,
  { now, until }: { readonly now: string; readonly until: string },
): Promise<Counted> {
  const row = await sql
    .insertInto('sign_in_limits')
    .values({ bucket, tried: 1, ends_at: until })
    .onConflict((conflict) =>
      conflict.column('bucket').doUpdateSet((eb) => ({
        tried: eb
          .case()
          .when('sign_in_limits.ends_at', '<=', now)
          .then(1)
          .else(eb('sign_in_limits.tried', '+', 1))
          .end(),
        ends_at: eb
          .case()
          .when('sign_in_limits.ends_at', '<=', now)
          .then(until)
          .else(eb.ref('sign_in_limits.ends_at'))
          .end(),
      })),
    )
    .returning(['tried', 'ends_at'])
    .executeTakeFirstOrThrow()
  return { tried: row.tried, endsAt: row.ends_at }
}

export async function forgetTries({ sql }: SystemScope, bucket: string): Promise<void> {
  await sql.deleteFrom('sign_in_limits').where('bucket', '=', bucket).execute()
}

/** What ended before this moment. */
export async function deleteEnded({ sql }: SystemScope, now: string): Promise<void> {
  await sql.deleteFrom('sign_in_limits').where('ends_at', '<=', now).execute()
  await sql.deleteFrom('mailed_links').where('ends_at', '<=', now).execute()
  await sql.deleteFrom('verifications').where('expires_at', '<=', now).execute()
  await sql.deleteFrom('sessions').where('expires_at', '<=', now).execute()
}
