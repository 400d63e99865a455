// What an office document says of itself: its title, its version, the day when it was last saved.
import { factsOf, type Facts } from '../facts.ts'
import type { OpenPackage } from './open-package.ts'
import { readXml } from './xml-events.ts'

export function coreProperties({ xml }: OpenPackage): Facts & { readonly saved?: true } {
  const part = xml('docProps/core.xml')
  if (part === undefined) return {}
  const texts = new Map<string, string>()
  let open = ''
  readXml(part, {
    open: (name) => {
      open = name
    },
    close: () => {
      open = ''
    },
    text: (text) => texts.set(open, (texts.get(open) ?? '') + text),
  })
  const facts = factsOf({
    title: texts.get('title'),
    version: texts.get('version'),
    date: texts.get('modified') ?? texts.get('created'),
  })
  return { ...facts, ...(facts.date !== undefined && { saved: true }) }
}
