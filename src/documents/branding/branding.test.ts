import { crc32, deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../core/refusal.ts'
import { brandingFrom } from './read-branding.ts'
import { contrast, tintOf } from './colour.ts'
import { logoFrom } from './logo.ts'

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(Buffer.concat([Buffer.from(type), data])))
  return Buffer.concat([length, Buffer.from(type), data, sum])
}

/** Black; none of its rows where it is too large to be made. */
function png(width: number, height: number, ...more: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    ...more,
    chunk('IDAT', deflateSync(Buffer.alloc(width * height > 4_000_000 ? 0 : height * (1 + width * 3)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Its header says twice as many rows. */
function shortened(whole: Buffer): Buffer {
  const header = Buffer.from(whole.subarray(16, 29))
  header.writeUInt32BE(header.readUInt32BE(4) * 2, 4)
  return Buffer.concat([whole.subarray(0, 8), chunk('IHDR', header), whole.subarray(33)])
}

function changed(whole: Buffer): Buffer {
  const bytes = Buffer.from(whole)
  bytes[bytes.indexOf('IDAT') + 8]! ^= 0xff
  return bytes
}

const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080020004001011100ffd9', 'hex')
const svg = (inside: string, attributes = 'width="40" height="20"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`)

describe('a logo is known by its own bytes', () => {
  test.each([
    ['png', png(300, 100), 300, 100],
    ['jpeg', jpeg, 64, 32],
    ['svg', svg('<path d="M0 0h9v9z" fill="url(#a)"/>'), 40, 20],
    ['svg', svg('<g/>', 'viewBox="0 0 200 50"'), 200, 50],
    [
      'svg',
      Buffer.from('<?xml version="1.0"?><!-- drawn --><svg width="4px" height="5"><style>.a{fill:#123}</style></svg>'),
      4,
      5,
    ],
  ] as const)('%s', (kind, bytes, width, height) => {
    expect(logoFrom(bytes, 'Logo of Sample IT')).toEqual({ kind, bytes, width, height, alt: 'Logo of Sample IT' })
  })
})

describe('a hostile logo is refused, and the words say why', () => {
  test.each([
    ['a script', svg('<script>alert(1)</script>'), '<script>'],
    ['a script in an attribute', svg('<path onload="alert(1)"/>'), 'script'],
    ['a script in an unquoted attribute', svg('<path/onclick=alert(1) />'), 'script'],
    ['foreign content', svg('<foreignObject><body/></foreignObject>'), '<foreignObject>'],
    ['an image from outside', svg('<image href="file:///etc/passwd"/>'), '<image>'],
    ['a link', svg('<a href="#x"/>'), '<a>'],
    ['paint from outside', svg('<path fill="url(https://example.com/a)"/>'), 'outside'],
    ['paint from outside, hidden', svg('<path fill="&#117;rl(https://example.com/a)"/>'), 'outside'],
    ['a style sheet from outside', svg('<style>@import "https://example.com/a.css";</style>'), 'outside'],
    [
      'entities',
      Buffer.from('<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg width="1" height="1">&a;</svg>'),
      'document type',
    ],
    ['copies of copies', svg('<g id="a"/><use href="#a"/>'), '<use>'],
    ['text', svg('<text>Acme</text>'), 'paths'],
    ['no size', svg('<g/>', ''), 'viewBox'],
    [
      'a processing instruction',
      Buffer.from('<svg width="1" height="1"/>').toString().replace('<svg', '<?xml-stylesheet href="a"?><svg'),
      'processing instruction',
    ],
    ['100 megapixels', png(10_000, 10_000), '4 megapixels'],
    ['a long thin one', png(20_000, 1), 'no side above'],
    ['no pixels', png(0, 10), 'no size'],
    ['an animation', png(4, 4, chunk('acTL', Buffer.alloc(8))), 'animation'],
    ['fewer rows than it says', shortened(png(30, 30)), 'damaged'],
    ['a byte that was changed', changed(png(30, 30)), 'damaged'],
    ['cut off', png(30, 30).subarray(0, 50), 'cut off'],
    ['a JPEG without an image', jpeg.subarray(0, 20), 'damaged'],
    ['a text', Buffer.from('hello'), 'no PNG, JPEG or SVG'],
    ['a program', Buffer.from('7f454c460201', 'hex'), 'no PNG, JPEG or SVG'],
    ['nothing', Buffer.alloc(0), 'no PNG, JPEG or SVG'],
    ['too many bytes', Buffer.concat([png(4, 4), Buffer.alloc(1_100_000)]), 'at most 1 MB'],
  ] as const)('%s', (_, bytes, why) => {
    expect(() => logoFrom(Buffer.from(bytes), 'x')).toThrow(Refusal)
    expect(() => logoFrom(Buffer.from(bytes), 'x')).toThrow(why)
  })
})

describe('a branding file', () => {
  const noLogo = () => expect.fail('no logo was named')

  test('gives colours that can be read, and a tint of its own colour', () => {
    const branding = brandingFrom({ name: 'North Shore IT', primary: '#7A1F2B' }, noLogo)
    expect(branding).toMatchObject({ name: 'North Shore IT', primary: '#7a1f2b', tint: tintOf('#7a1f2b') })
    expect(contrast('#1a1a1a', branding.tint)).toBeGreaterThan(7)
  })

  test('hands the logo’s name over, with words for those who do not see it', () => {
    const asked: string[] = []
    brandingFrom({ name: 'North Shore IT', logo: 'logo.png' }, (name, alt) => {
      asked.push(name, alt)
      return { kind: 'png', bytes: png(1, 1), width: 1, height: 1, alt }
    })
    expect(asked).toEqual(['logo.png', 'Logo of North Shore IT'])
  })

  test.each([
    [{ primary: '#ffe000' }, 'choose a darker one'],
    [{ tint: '#444444' }, 'choose a lighter one'],
    [{ primary: 'red' }, 'six hexadecimal digits'],
    [{ color: '#000000' }, 'not a field here'],
    [[], ''],
  ])('%j is refused with its place', (file, message) => {
    const refusal = thrown(() => brandingFrom(file, noLogo))
    expect(refusal.issues.map((issue) => issue.message).join()).toContain(message)
    expect(refusal.issues).not.toEqual([])
  })
})

test.each([
  ['#000000', '#ffffff', 21],
  ['#777777', '#ffffff', 4.48],
  ['#1f3a5f', '#ffffff', 11.5],
])('the contrast of %s on %s', (a, b, ratio) => {
  expect(contrast(a, b)).toBeCloseTo(ratio, 1)
})

function thrown(act: () => unknown): Refusal {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  return expect.fail('nothing was refused')
}
