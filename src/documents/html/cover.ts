// The head of a page: whose it is, what it is, between whom, and the facts that identify it.
import type { Cover, Paper } from '../../core/paper/paper.ts'
import type { Branding, Logo } from '../../core/rendition/branding.ts'
import { escaped } from './escape.ts'

/** The one level-one heading; sections refer to it. */
export const titleId = 'title'

export function mastHtml({ header }: Paper, { name, address, logo }: Branding): string {
  const named = logo === undefined && name !== undefined ? `<p class="name" dir="auto">${escaped(name)}</p>` : ''
  return (
    `<header class="mast">${logo === undefined ? '' : logoHtml(logo)}${named}` +
    (header === '' || header === name ? '' : `<p dir="auto">${escaped(header)}</p>`) +
    `${address === undefined ? '' : `<p dir="auto">${escaped(address)}</p>`}</header>\n`
  )
}

const mediaTypes = { png: 'image/png', jpeg: 'image/jpeg', svg: 'image/svg+xml' } as const

/** As a picture a drawing runs no script and loads nothing. */
function logoHtml({ kind, bytes, width, height, alt }: Logo): string {
  const data = Buffer.from(bytes).toString('base64')
  return `<img src="data:${mediaTypes[kind]};base64,${data}" width="${Math.round(width)}" height="${Math.round(height)}" alt="${escaped(alt)}">`
}

export function openingHtml({ cover, title }: Pick<Paper, 'cover' | 'title'>): string {
  if (cover === undefined) return `<div class="opening"><h1 id="${titleId}" dir="auto">${escaped(title)}</h1></div>\n`
  return coverHtml(cover)
}

function coverHtml({ kicker, title, subtitle, between, facts, notice }: Cover): string {
  const parties = between.map(
    ({ capacity, legalName }, index) =>
      `<p dir="auto"><span class="muted">${index === 0 ? 'between' : 'and'}</span> <strong>${escaped(legalName)}</strong><span class="muted">, ${escaped(capacity)}</span></p>`,
  )
  const rows = facts.map(
    ([label, text]) =>
      `<dt dir="auto">${escaped(label)}</dt><dd dir="auto">${escaped(text).replaceAll('\n', '<br>')}</dd>`,
  )
  return (
    `<section class="cover" aria-labelledby="${titleId}"><p class="kicker" dir="auto">${escaped(kicker)}</p>` +
    `<h1 id="${titleId}" dir="auto">${escaped(title)}</h1>` +
    (subtitle === undefined ? '' : `<p class="subtitle" dir="auto">${escaped(subtitle)}</p>`) +
    `<div class="between">${parties.join('')}</div><dl>${rows.join('')}</dl>` +
    `${notice === undefined ? '' : `<p class="notice" dir="auto">${escaped(notice)}</p>`}</section>\n`
  )
}
