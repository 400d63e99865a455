// A title that is a subject and not a piece of work: "Access control", "Backups".
import type { Context } from '../context.ts'
import type { Finding } from '../finding.ts'
import { frameworkTitles } from '../framework-titles.ts'
import type { FrameworkTitles } from '../framework-titles.ts'
import type { Matrix } from '../matrix.ts'
import { sayTitle } from '../naming.ts'
import { isSubject, leadsWithVerb, plainTitle } from '../wording/subject.ts'

export function checkTooBroad(matrix: Matrix, context: Context): readonly Finding[] {
  const titles = matrix.frameworks.flatMap(({ id }) => {
    const framework = context.frameworks.get(id)
    return framework ? [frameworkTitles(framework)] : []
  })
  return matrix.activities
    .filter(({ title }) => isBroad(title, titles))
    .map((activity) => ({
      code: 'too-broad',
      severity: 'warning',
      activity: activity.id,
      at: `activities.${activity.id}.title`,
      message: `${sayTitle(activity)} names a subject and not a piece of work. Say what is done to what, as a ticket would: "Remove a leaver's access".`,
    }))
}

function isBroad(title: string, frameworks: readonly FrameworkTitles[]): boolean {
  if (isSubject(title)) return true
  const plain = plainTitle(title)
  if (frameworks.some(({ families }) => families.has(plain))) return true
  return frameworks.some(({ requirements }) => requirements.has(plain)) && !leadsWithVerb(title)
}
