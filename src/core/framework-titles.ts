// The titles of a framework's families and requirements, as words to compare with.
import type { Framework } from './framework.ts'
import { remembered } from './remembered.ts'
import { plainTitle } from './wording/subject.ts'

export interface FrameworkTitles {
  readonly families: ReadonlySet<string>
  readonly requirements: ReadonlySet<string>
}

export const frameworkTitles = remembered((framework: Framework): FrameworkTitles => ({
  families: new Set(framework.families.map(({ title }) => plainTitle(title))),
  requirements: new Set(framework.requirements.map(({ title }) => plainTitle(title))),
}))
