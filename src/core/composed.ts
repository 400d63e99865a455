// An engagement composed from a template that has everything it asks for; refused, with what is missing, from any other.
import { compose } from './compose.ts'
import type { Context } from './context.ts'
import type { Engagement, Matrix } from './matrix.ts'
import { Refusal } from './refusal.ts'
import { templateIssues } from './template-fit.ts'
import type { Template } from './template.ts'

export function composed(engagement: Engagement, template: Template, context: Pick<Context, 'frameworks'>): Matrix {
  const issues = templateIssues(engagement, template)
  if (issues.length > 0) throw new Refusal('invalid', 'this engagement cannot be composed', issues)
  return compose(engagement, template, context)
}
