// The page behind the door: who is signed in, where they have a part, and where to go on.
import type { SignedIn } from '../../usecases/sign-in/who.ts'
import type { MyTenant } from '../../usecases/my-tenants.ts'
import { html } from './page.ts'
import type { Markup, Page } from './page.ts'

const roles: Readonly<Record<string, string>> = {
  owner: 'owner',
  editor: 'editor',
  viewer: 'viewer',
}

export function homePage({ user }: SignedIn, tenants: readonly MyTenant[]): Page {
  return {
    title: `Welcome, ${user.name}`,
    content: html`<p>You are signed in as <strong>${user.email}</strong>.</p>
      ${
        tenants.length === 0
          ? nowhere
          : html`<ul class="places">
              ${tenants.map(place)}
            </ul>`
      }
      <p class="aside">
        Everything that Demarc keeps can be read and changed over its <a href="/api/docs">programming interface</a>; its
        paths begin with <code>/api/tenants/</code> and the id that stands under a company’s name.
      </p>
      <form method="post" action="/sign-out"><button type="submit" class="quiet">Sign out</button></form>`,
  }
}

const nowhere = html`<p>
  You have no part in any company’s records yet. Open the invitation that was mailed to you, or ask for one.
</p>`

function place({ tenant, msp, member, seats }: MyTenant): Markup {
  const part = member === undefined ? sayCount(seats.length) : roles[member]!
  return html`<li><strong>${msp}</strong> <span>${part}</span> <code>${tenant}</code></li>`
}

function sayCount(engagements: number): string {
  return engagements === 1 ? 'guest in one engagement' : `guest in ${engagements} engagements`
}
