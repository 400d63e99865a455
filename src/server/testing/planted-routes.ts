// Routes with a hole in a wall, for the walk to find.
import { authorizeIn } from '../../core/access/authorize.ts'
import type { EngagementAction, EngagementState } from '../../core/access/policy.ts'
import type { EngagementId } from '../../core/record-id.ts'
import type { UseCase } from '../../usecases/context.ts'
import type { Route } from '../route.ts'
import { routes } from '../routes.ts'

export function routeNamed(name: string): Route {
  const found = routes.find((route) => route.name === name)
  if (found === undefined) throw new Error(`there is no route ${name}`)
  return found
}

/** The use case takes everybody for an owner who is signed in. */
export function withoutPolicy(route: Route): Route {
  return {
    ...route,
    run: (ctx, given) => {
      const { scopes: _, ...actor } = ctx.actor
      return route.run({ ...ctx, actor: { ...actor, member: 'owner' } }, given)
    },
  }
}

/** Looks for the engagement by its id, whosever it is. */
export function withoutTenant(route: Route): Route {
  return {
    ...route,
    run: async (ctx, { params }) => {
      const { tenant: _, engagement: id } = params as { readonly tenant: string; readonly engagement: EngagementId }
      const found = await ctx.store.read(ctx.actor.tenant, ({ sql }) =>
        sql
          .selectFrom('engagements')
          .select(['engagement_id', 'state', 'head', 'version'])
          .where('engagement_id', '=', id)
          .executeTakeFirst(),
      )
      const engagement = found && { id: found.engagement_id as EngagementId, state: found.state as EngagementState }
      authorizeIn(ctx.actor, route.action as EngagementAction, engagement)
      return { body: Buffer.from(found!.head) }
    },
  }
}

/** Does what the route does, and changes the names of all clients that it reaches. */
export function withStrayWrite(route: Route, when: 'before' | 'after'): Route {
  const stray = ({ store, actor, newId }: UseCase) =>
    store.write(actor.tenant, ({ sql }) =>
      sql
        .updateTable('clients')
        .set({ name: newId('client') })
        .execute(),
    )
  return {
    ...route,
    run: async (ctx, given) => {
      if (when === 'before') await stray(ctx)
      const answer = await route.run(ctx, given)
      if (when === 'after') await stray(ctx)
      return answer
    },
  }
}
