// What a page says of itself in its head.
import type { Page } from './page.ts'

const dates: ReadonlySet<string> = new Set([
  'date',
  'dcterms.modified',
  'dcterms.date',
  'dc.date',
  'last-modified',
  'article:modified_time',
  'article:published_time',
])

export function takeMeta(page: Page, attributes: Readonly<Record<string, string>>): void {
  const name = (attributes['name'] ?? attributes['property'] ?? attributes['http-equiv'] ?? '').toLowerCase()
  const content = attributes['content']
  if (content === undefined) return
  if (dates.has(name)) page.date ??= content
  if (name === 'version') page.version ??= content
}

/** The encoding that a page names for itself, among its first bytes. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
  const [, meta] = /<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w:.-]{1,40})/i.exec(head) ?? []
  const [, declaration] = /^\s*<\?xml[^>]{0,200}encoding\s*=\s*["']([\w:.-]{1,40})["']/i.exec(head) ?? []
  return meta ?? declaration
}
