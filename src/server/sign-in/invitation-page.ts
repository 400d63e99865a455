// Where the link of an invitation leads: what is offered, and a button that takes it.
import { html } from './page.ts'
import type { Page } from './page.ts'

export function invitationPage(): Page {
  return {
    title: 'An invitation',
    script: 'invitation.js',
    content: html`<p class="error" id="invitation-error" role="alert" hidden></p>
      <p id="asking" role="status">Looking at what is offered. This page needs JavaScript.</p>
      <div id="sign-in-first" hidden>
        <p>
          Sign in first, with the address that the invitation was sent to. Then open the link in that message again.
        </p>
        <p><a class="button" href="/sign-in/link">Mail me a link to sign in</a></p>
        <p class="aside"><a href="/sign-in">Sign in with a password or a passkey</a></p>
      </div>
      <div id="offer" hidden>
        <p><strong id="inviter"></strong> invites you as <span id="role"></span>.</p>
        <button type="button" id="accept">Accept the invitation</button>
      </div>`,
  }
}
