// A message as mail shows it: plain text, and the same as simple HTML that any reader, also one of sounds, can follow.

export interface Letter {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** Paragraphs are parted by empty lines; a paragraph that is an address alone becomes a link. */
export function letterOf({ subject, body }: { readonly subject: string; readonly body: string }): Letter {
  const line = subject.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  const paragraphs = body
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
  return { subject: line, text: `${paragraphs.join('\n\n')}\n`, html: page(line, paragraphs.map(paragraph).join('\n')) }
}

const opens: ReadonlySet<string> = new Set(['invitation'])

/** What is kept of a message that is done with: not the link, where it opens something to whoever has it. */
export function keptBody({ kind, body }: { readonly kind: string; readonly body: string }): string {
  if (!opens.has(kind)) return body
  return body.replaceAll(/^https?:\/\/\S+$/gm, '(The link stood here. It is not kept: it opens to whoever has it.)')
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
</head>
<body style="margin:0;padding:24px;background:#ffffff;color:#1a1a1a;font:16px/1.5 sans-serif">
<main style="max-width:36em;margin:0 auto">
<h1 style="font-size:20px;line-height:1.3;margin:0 0 16px">${escaped(title)}</h1>
${content}
</main>
</body>
</html>
`
}

function paragraph(text: string): string {
  const shown = /^https?:\/\/\S+$/.test(text)
    ? `<a href="${escaped(text)}" style="color:#0b57d0;word-break:break-all">${escaped(text)}</a>`
    : escaped(text).replaceAll('\n', '<br>\n')
  return `<p style="margin:0 0 16px">${shown}</p>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character]!)
}
