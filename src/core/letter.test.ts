import { expect, test } from 'vitest'
import { letterOf } from './letter.ts'

const body = 'Ana invites you to “Elm & Sons”.\n\nhttps://demarc.example/i?a=1&b=2\n\nIt holds <b>7</b> days.\nAsk her.'

test('the text stays as it is; the page says the same', () => {
  const { text, html } = letterOf({ subject: 'Invited', body })
  expect(text).toBe(`${body}\n`)
  expect(html).toContain('<html lang="en"')
  expect(html).toContain('<title>Invited</title>')
  expect(html).toContain('<a href="https://demarc.example/i?a=1&amp;b=2"')
})

test('what a person typed is no markup, and no address but a web address is a link', () => {
  const { html } = letterOf({
    subject: '<script>',
    body: `${body}\n\njavascript:alert(1)\n\nhttps://a.example/"onclick="x`,
  })
  expect(html).not.toContain('<script>')
  expect(html).toContain('&lt;b&gt;7&lt;/b&gt;')
  expect(html.match(/href="[^"]*"/g)).toEqual([
    'href="https://demarc.example/i?a=1&amp;b=2"',
    'href="https://a.example/&quot;onclick=&quot;x"',
  ])
})

test('a subject is one line', () => {
  expect(letterOf({ subject: ' a\r\nBcc: b\u2028c ', body: 'x' }).subject).toBe('a Bcc: b c')
})
