// Every UUID is a well-formed version 4 or 5, and names one thing.
import { brief } from '../../../core/brief.ts'
import { pointer, textIn } from './oscal-tree.ts'
import { fault, quoted, sayKind } from './rule.ts'
import type { Rule } from './rule.ts'

/** As the schema has it. */
export const uuidPattern = /^[0-9A-F]{8}-[0-9A-F]{4}-[45][0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/i

export const uuidMalformed: Rule = ({ all }) =>
  all.flatMap((node) => {
    const uuid = textIn(node, 'uuid')
    if (uuid === undefined || uuidPattern.test(uuid)) return []
    return fault('uuid-malformed', pointer(node, 'uuid'), `${quoted(uuid)} is no UUID of version 4 or 5`)
  })

export const uuidRepeated: Rule = ({ byUuid }) =>
  [...byUuid].flatMap(([uuid, [first, ...others]]) =>
    others.map((node) =>
      fault(
        'uuid-repeated',
        pointer(node, 'uuid'),
        `${brief(uuid)} names ${sayKind(first!.kind)} already, at ${pointer(first!)}; give this one its own`,
      ),
    ),
  )
