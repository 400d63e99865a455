// Which part of a zipped document belongs to which: the relationships that each part keeps beside it. Nothing outside is followed.
import type { OpenPackage } from './open-package.ts'
import { readXml } from './xml-events.ts'

export interface Relationship {
  readonly id: string
  /** the last step of its type: `worksheet`, `comments` */
  readonly kind: string
  /** the part's name */
  readonly target: string
}

/** Of a part, or of the package where no part is named. */
export function relationshipsOf({ xml }: OpenPackage, part = ''): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const kept = xml(`${folder}_rels/${part.slice(folder.length)}.rels`)
  if (kept === undefined) return []
  const found: Relationship[] = []
  readXml(kept, {
    open: (name, { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }) => {
      if (name === 'Relationship' && mode !== 'External')
        found.push({ id, kind: type.slice(type.lastIndexOf('/') + 1), target: resolved(folder, target) })
    },
  })
  return found
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const steps = folder.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.') steps.push(step)
  }
  return steps.join('/')
}
