// Forms of ids and dates: tokens are names without blanks, and a time has its zone.
import { pointer, textIn } from './oscal-tree.ts'
import { fault, quoted } from './rule.ts'
import type { Rule } from './rule.ts'
import { tokenPattern } from '../token.ts'

const tokens = ['control-id', 'statement-id', 'role-id', 'param-id', 'id']
/** their ids are any text */
const untokened = new Set(['system-ids', 'document-ids', 'external-ids', 'threat-ids'])
const propTokens = ['name', 'class', 'group']

export const tokenForm: Rule = ({ all }) =>
  all.flatMap((node) =>
    (node.kind === 'props' ? propTokens : tokens)
      .map((field) => ({ field, text: textIn(node, field) }))
      .filter(({ text }) => text !== undefined && !tokenPattern.test(text) && !untokened.has(node.kind))
      .map(({ field, text }) =>
        fault(
          'token-malformed',
          pointer(node, field),
          `${quoted(text!)} is no token: it begins with a letter or _, and holds letters, digits, dots, hyphens and _`,
        ),
      ),
  )

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/
const times = ['last-modified', 'published', 'start', 'end', 'collected', 'expires', 'deadline']

export const timeZone: Rule = ({ all }) =>
  all.flatMap((node) =>
    [...times, ...(node.kind === 'actions' ? ['date'] : [])]
      .map((field) => ({ field, text: textIn(node, field) }))
      .filter(({ text }) => text !== undefined && !zoned.test(text))
      .map(({ field, text }) =>
        fault(
          'time-without-zone',
          pointer(node, field),
          `${quoted(text!)} is no time with a zone, such as 2026-11-23T00:00:00Z`,
        ),
      ),
  )
