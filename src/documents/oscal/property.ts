// Properties of our own, in a namespace of our own: OSCAL keeps the names without one for itself.
import { oneLine } from './markup.ts'
import type { Prop } from './shapes.ts'
import { projectNamespace } from './uuid.ts'

/** A URN that nobody else can hold, and that promises no page behind it. */
export const propertyNamespace = `urn:uuid:${projectNamespace}`

export function prop(name: string, value: string, remarks?: string): Prop {
  return { name, ns: propertyNamespace, value: oneLine(value), ...(remarks === undefined ? {} : { remarks }) }
}

/** OSCAL's own five values say where a control comes from. */
export type Origination = 'organization' | 'system-specific' | 'customer-configured' | 'customer-provided' | 'inherited'

export function origination(value: Origination): Prop {
  return { name: 'control-origination', value }
}

/** A list that OSCAL does not take empty. */
export function filled<Key extends string, Item>(
  key: Key,
  items: readonly Item[],
): Readonly<Partial<Record<Key, readonly Item[]>>> {
  return (items.length > 0 ? { [key]: items } : {}) as Readonly<Partial<Record<Key, readonly Item[]>>>
}

export function written<Key extends string>(key: Key, text: string): Readonly<Partial<Record<Key, string>>> {
  return (text === '' ? {} : { [key]: text }) as Readonly<Partial<Record<Key, string>>>
}
