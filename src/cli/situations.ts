// What `demarc new` remarks about situations: those that changed nothing, and one that seems to hold and was not named.
import { soldElsewhere } from '../core/binding.ts'
import { compose } from '../core/compose.ts'
import type { Context } from '../core/context.ts'
import type { Engagement, Matrix } from '../core/matrix.ts'
import type { Template } from '../core/template.ts'

export function sayOfSituations(
  matrix: Matrix,
  template: Template,
  context: Pick<Context, 'frameworks'>,
): readonly string[] {
  return [...changed(matrix, template, context), ...unnamed(matrix, template)]
}

function changed(matrix: Matrix, template: Template, context: Pick<Context, 'frameworks'>): readonly string[] {
  const { situations = [], activities: rows, topics: _topics, parts: _parts, ...engagement } = matrix
  return situations.map((id) => {
    const without = compose(
      { ...engagement, situations: situations.filter((other) => other !== id) },
      template,
      context,
    )
    const before = new Set(without.activities.map(({ duties }) => JSON.stringify(duties)))
    const count = rows.filter(({ duties }) => !before.has(JSON.stringify(duties))).length
    return count === 0
      ? `The situation ${id} changes no row here: what its variants need is not sold, or not by whom they need it.`
      : `The situation ${id} divides ${count} ${count === 1 ? 'row' : 'rows'} otherwise.`
  })
}

function unnamed(engagement: Engagement, template: Template): readonly string[] {
  return (template.situations ?? []).flatMap(({ id, elsewhere }) => {
    const sold = soldElsewhere(engagement, elsewhere)
    if (sold === undefined || engagement.situations?.includes(id) === true) return []
    const who = engagement.parties.find((party) => party.id === sold.by)?.legalName ?? sold.by
    return [
      `${who} delivers ${sold.id}: the situation ${id} seems to hold. Compose with it, or its rows give ${who} what an MSP does.`,
    ]
  })
}
