// YAML text to YAML nodes, refused at its first fault, before hostile text costs time or memory.
import { Composer, Lexer, Parser } from 'yaml'
import type { CST, Document } from 'yaml'
import { brief } from '../core/brief.ts'
import { depthLimit } from './guard.ts'

/** What is wrong with YAML text, and where: an index into it. */
export class YamlFault extends Error {
  readonly position: number

  constructor(position: number, message: string) {
    super(message)
    this.name = 'YamlFault'
    this.position = position
  }
}

/** One level of nesting holds several open tokens. */
const openLimit = depthLimit * 3
const lexemeLimit = 1_000_000

const tooDeep = `it nests deeper than ${depthLimit} levels, more than Demarc reads`

/** Throws a `YamlFault`. Keys that repeat are left for the reader of the nodes: the composer's own search is quadratic. */
export function composeYaml(text: string): Document.Parsed {
  const composer = new Composer({ schema: 'core', resolveKnownTags: false, uniqueKeys: false, logLevel: 'error' })
  // It would go on and collect every error with its stack trace; the first one is enough. Were it to ignore us, `errors` has them.
  Object.assign(composer, { onError: failOnce() })
  const documents = composer.compose(tokensOf(text), true, text.length)
  const { value: document, done } = documents.next()
  if (done === true) throw new YamlFault(0, 'this is not YAML')
  const fault = document.errors[0] ?? document.warnings[0]
  if (fault) throw yamlFault(fault.pos[0], fault.code, fault.message)
  const second = documents.next()
  if (second.done !== true)
    throw new YamlFault(second.value.range[0], 'a second document begins here (---); a file holds one')
  return document
}

/** Stops at the first error and at the depth that no matrix reaches: composing goes by recursion. */
function* tokensOf(text: string): Generator<CST.Token> {
  const parser = new Parser()
  let lexemes = 0
  for (const lexeme of new Lexer().lex(text)) {
    lexemes += 1
    if (lexemes > lexemeLimit)
      throw new YamlFault(parser.offset, 'it holds more than any matrix does; write it as JSON')
    for (const token of parser.next(lexeme)) yield checked(token)
    if (parser.stack.length > openLimit) throw new YamlFault(parser.offset, tooDeep)
  }
  for (const token of parser.end()) yield checked(token)
}

function checked(token: CST.Token): CST.Token {
  if (token.type === 'error') throw new YamlFault(token.offset, `this is not YAML: ${firstLine(token.message)}`)
  return token
}

type Source = number | readonly [number, number] | { readonly offset: number }

function positionOf(source: Source): number {
  if (typeof source === 'number') return source
  return 'offset' in source ? source.offset : source[0]
}

/** The composer catches what is thrown inside a node and reports that in turn: the first fault is thrown again. */
function failOnce(): (source: Source, code: string, message: string) => never {
  let first: YamlFault | undefined
  return (source, code, message) => {
    first ??= yamlFault(positionOf(source), code, message)
    throw first
  }
}

function yamlFault(position: number, code: string, message: string): YamlFault {
  const line = firstLine(message)
  return new YamlFault(
    position,
    code === 'TAG_RESOLVE_FAILED' ? `a matrix document needs no tags: ${line}` : `this is not YAML: ${line}`,
  )
}

function firstLine(message: string): string {
  return brief(message.split('\n', 1)[0]!, 160)
}
