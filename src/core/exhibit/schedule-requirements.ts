// Schedule B: every objective by framework and family, with whose it is and the rows of Schedule A that serve it.
import type { ObjectiveCoverage } from '../coverage.ts'
import type { ActivityId } from '../identifiers.ts'
import { ownership } from '../ownership.ts'
import { cellOf } from '../paper/paper.ts'
import type { Cell, Section } from '../paper/paper.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayAccountable } from '../views/say-duty.ts'
import { sayAway, servingActivities } from '../views/serving.ts'

export function requirementsSchedule(subject: Subject, numbers: ReadonlyMap<ActivityId, string>): readonly Section[] {
  const { proof, framework } = subject
  const wanted = proof.objectives.filter(({ target }) => framework === undefined || target.framework.id === framework)
  const row = rowsBy(subject, numbers)
  const opening: Section = {
    heading: 'Schedule B. Objectives by requirement family',
    level: 1,
    orientation: 'landscape',
    blocks: [
      {
        kind: 'text',
        style: 'note',
        line: [
          {
            text: 'Each objective of the frameworks chosen, with the rows of Schedule A that serve it. The sentences are Demarc’s summaries; the published text governs.',
          },
        ],
      },
    ],
  }
  return [
    opening,
    ...[...Map.groupBy(wanted, ({ target }) => target.framework)].map(([chosen, objectives]): Section => ({
      heading: `${chosen.title} (${chosen.edition})`,
      level: 2,
      blocks: [
        {
          kind: 'table',
          caption: `${chosen.title}: ${chosen.nouns.objectives} by ${chosen.nouns.family}`,
          columns: [
            { title: 'Id', weight: 4, ids: true },
            { title: capital(chosen.nouns.objective), weight: 12 },
            { title: 'Ownership', weight: 3, tone: 'ownership' },
            { title: 'Accountable', weight: 5 },
            { title: 'Rows', weight: 3 },
            { title: 'Status', weight: 4, tone: 'status' },
          ],
          groups: [...Map.groupBy(objectives, ({ target }) => target.requirement.family)].map(([family, group]) => ({
            title: chosen.families.find(({ id }) => id === family)?.title ?? family,
            rows: group.map(row),
          })),
        },
      ],
    })),
  ]
}

function rowsBy(
  { matrix }: Subject,
  numbers: ReadonlyMap<ActivityId, string>,
): (objective: ObjectiveCoverage) => readonly Cell[] {
  return (objective) => {
    const { target, status, reasons } = objective
    const { id, summary } = target.objective
    if (status === 'not-applicable')
      return [cellOf(id), cellOf(summary), cellOf('not applicable'), [], [], cellOf('not applicable, by decision')]
    const serving = servingActivities(objective, { matrix })
    const said = status === 'open' ? `open: ${reasons.map((reason) => reason.replaceAll('-', ' ')).join(', ')}` : status
    return [
      cellOf(id),
      cellOf(summary),
      cellOf(ownership({ duties: serving.flatMap(({ duties }) => duties) })),
      cellOf([...new Set(serving.map((activity) => sayAccountable(activity, matrix)))].join('\n')),
      cellOf([...new Set(serving.map((activity) => numbers.get(activity.id) ?? ''))].join(', ')),
      cellOf([said, ...sayAway(objective, matrix)].join('\n')),
    ]
  }
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
