import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { xmlFault } from './whole-xml.ts'

const whole =
  '<?xml version="1.0"?>\n<!-- a > b --><a x="1 > 0" y=\'<\'><b/>text<c:d >&lt;</c:d><![CDATA[<e>]]></a>\n<!-- end -->'.replace(
    "'<'",
    "'&lt;'",
  )

test('whole XML has no fault', () => {
  expect(xmlFault(whole)).toBeUndefined()
})

test('cut off anywhere before its last element is closed, it has one', () => {
  const end = whole.indexOf('</a>') + '</a>'.length
  fc.assert(fc.property(fc.integer({ min: 0, max: end - 1 }), (at) => xmlFault(whole.slice(0, at)) !== undefined))
})

describe('a fault is said', () => {
  test.each([
    ['', 'cut off'],
    ['no markup', 'cut off'],
    ['<a><b></a></b>', 'closes nothing'],
    ['<a/><b/>', 'follows its end'],
    ['<a>\u0000</a>', 'no text holds'],
    ['<a><<<>></a>', 'cut off'],
    ['<a x="1></a>', 'cut off'],
    ['</a>', 'closes nothing'],
  ])('%j', (xml, fault) => {
    expect(xmlFault(xml)).toContain(fault)
  })
})
