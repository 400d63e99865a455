// A page as the server writes it, without script or style of its own in it: whatever people typed is text.

/** Text that is markup already. */
export interface Markup {
  readonly markup: string
}

type Part = string | Markup | undefined | readonly Markup[]

/** What is put into it is escaped, unless it is markup. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: texts.map((text, index) => text + said(parts[index])).join('') }
}

function said(part: Part): string {
  if (part === undefined) return ''
  if (typeof part === 'string') return escaped(part)
  if ('markup' in part) return part.markup
  return part.map(({ markup }) => markup).join('')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => signs[sign]!)
}

export interface Page {
  readonly title: string
  readonly content: Markup
  /** said above it, and read out at once */
  readonly error?: string
  readonly script?: 'passkey.js' | 'invitation.js'
}

/** @param assets the address of each file that goes with it */
export function pageHtml({ title, content, error, script }: Page, assets: Readonly<Record<string, string>>): string {
  const { markup } = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${error === undefined ? title : `Error: ${title}`} · Demarc</title>
        <link rel="icon" href="${assets['demarc.svg']}" type="image/svg+xml" />
        <link rel="stylesheet" href="${assets['sign-in.css']}" />
        ${script === undefined ? undefined : html`<script type="module" src="${assets[script]}"></script>`}
      </head>
      <body>
        <header class="brand">
          <img src="${assets['demarc.svg']}" alt="" width="28" height="28" />
          <span>Demarc</span>
        </header>
        <main>
          <h1>${title}</h1>
          ${error === undefined ? undefined : html`<p class="error" role="alert">${error}</p>`} ${content}
        </main>
        <footer>Who is responsible for what, agreed and signed.</footer>
      </body>
    </html>`
  return markup.replaceAll(/\n\s*/g, '\n')
}

export interface Field {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'password'
  readonly autocomplete: string
  readonly hint?: string
  readonly value?: string
  readonly numeric?: boolean
}

export function field({ name, label, type = 'text', autocomplete, hint, value = '', numeric }: Field): Markup {
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hint === undefined ? undefined : html`<p class="hint" id="${name}-hint">${hint}</p>`}
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      ${numeric === true ? html`inputmode="text" spellcheck="false" autocapitalize="none"` : undefined}
      ${hint === undefined ? undefined : html`aria-describedby="${name}-hint"`}
      required
    />
  </div>`
}

/** @param fields hidden ones and those to fill in */
export function form(action: string, button: string, fields: readonly Markup[]): Markup {
  return html`<form method="post" action="${action}">
    ${fields}
    <button type="submit">${button}</button>
  </form>`
}

export function hidden(name: string, value: string): Markup {
  return html`<input type="hidden" name="${name}" value="${value}" />`
}
