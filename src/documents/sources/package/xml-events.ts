// XML read event by event, its names without their prefixes: only the names count in office documents.
import { Parser } from 'htmlparser2'
import { SourceFault } from '../source-fault.ts'

export type XmlAttributes = Readonly<Record<string, string>>

export interface XmlHandler {
  readonly open?: (name: string, attributes: XmlAttributes) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

const depthLimit = 400

/** Linear, and no entity but XML's own five is known. Of whole XML (`OpenPackage.xml`). */
export function readXml(xml: string, { open, close, text }: XmlHandler): void {
  let depth = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1
        if (depth > depthLimit)
          throw new SourceFault(`its elements nest deeper than ${depthLimit} levels, as no office program writes them`)
        open?.(local(name), localNames(attributes))
      },
      onclosetag: (name) => {
        depth -= 1
        close?.(local(name))
      },
      ...(text && { ontext: text }),
    },
    { xmlMode: true },
  )
  parser.end(xml)
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localNames(attributes: XmlAttributes): XmlAttributes {
  const named: Record<string, string> = Object.create(null) as Record<string, string>
  for (const name in attributes) named[local(name)] ??= attributes[name]!
  return named
}
