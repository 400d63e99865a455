// docs/access.md: the policy table for people, with what each of its lines lets them do, in the words of the API's routes.
import { engagementActions, roles, tenantActions } from '../../core/access/policy.ts'
import type { Action } from '../../core/access/policy.ts'
import type { Route } from '../route.ts'

type Table = typeof tenantActions | typeof engagementActions

export function accessPage(routes: readonly Route[]): string {
  return `# Who may do what

Printed from the policy table (\`src/core/access/policy.ts\`) and the routes; \`npm test -- access-page -u\` writes it again. \`src/server/access-walk.test.ts\` asks every route as everybody and compares the answers with this table.

- **owner, editor, viewer** belong to the MSP and work in all of its engagements. The last owner stays one.
- **signatory, reviewer** are people of a client, **assessor** looks in from outside and only until a date. Each is let into one engagement at a time, sees nothing of any other, and never belongs to the MSP too.
- Whoever has no part in a tenant, or whose time is over, is told that there is no such tenant (404). What one may not see does not exist (404); what one may see and not do is refused (403); what an archived engagement or client does not take is a conflict (409): of an engagement what the table grants for “draft”, of a client \`client.edit\`. Reading and exporting, and ending what somebody was given, stay possible; whoever was invited is let in once it is brought back.
- **Token** says what a personal token must be made for. \`write\` reads too, \`manage\` writes too, and a token never does more than its person may at that moment. Where it says *sign in*, no token will do.
- What is marked † must not be done by whoever finds an open browser: somebody who is signed in is asked to prove again that it is them (password, passkey or code), unless they did within the last five minutes. A token is asked for nothing more.

## In one engagement

${tableOf(engagementActions, routes)}

## In the MSP

${tableOf(tenantActions, routes)}
`
}

function tableOf(actions: Table, routes: readonly Route[]): string {
  const rows = (Object.keys(actions) as Action[]).map((action) => row(action, actions, routes))
  const heads = ['action', 'lets one', ...roles, 'token']
  return [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

function row(action: Action, actions: Table, routes: readonly Route[]): readonly string[] {
  const { who, needs } = (actions as Readonly<Record<Action, (typeof tenantActions)['search']>>)[action]
  const summaries = routes
    .filter((route) => route.action === action)
    .map(({ summary, fresh }) => (fresh ? `${summary} †` : summary))
  return [
    `\`${action}\``,
    [...new Set(summaries)].join('<br>'),
    ...roles.map((role) => {
      const when = who[role]
      if (when === undefined) return '–'
      return when === 'always' ? 'yes' : when.join(', ')
    }),
    needs === 'session' ? '*sign in*' : `\`${needs}\``,
  ]
}
