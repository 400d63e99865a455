// What the frameworks at hand publish, by every kind of id that leads to it.
import type { Framework, Requirement } from '../framework.ts'
import type { FrameworkId } from '../identifiers.ts'
import { remembered } from '../remembered.ts'

export interface Target {
  readonly framework: FrameworkId
  readonly requirement: Requirement
}

export interface Dictionary {
  /** `3.1.1` */
  readonly numbered: ReadonlyMap<string, readonly Target[]>
  /** `3.1`: what the family is called */
  readonly families: ReadonlyMap<string, string>
  /** `AC.L1-B.1.I` and `52.204-21(b)(1)(i)` */
  readonly practices: ReadonlyMap<string, readonly Target[]>
  /** `AC-2(1)`, by the mapping from Rev. 5 */
  readonly controls: ReadonlyMap<string, readonly Target[]>
  readonly controlsRev4: ReadonlyMap<string, readonly Target[]>
  /** `164.308(a)(1)(ii)(A)` */
  readonly paragraphs: ReadonlyMap<string, readonly Target[]>
  /** `CC6.1` */
  readonly criteria: ReadonlyMap<string, readonly Target[]>
  /** published ids and objectives of any other form, in lower case */
  readonly others: ReadonlyMap<string, readonly Published[]>
  /** what is counted on with a requirement: `AC.L2-3.1.1` … `AC.L2-3.1.22`, in the order of publication */
  readonly siblings: ReadonlyMap<string, readonly Target[]>
}

export interface Published {
  readonly target: Target
  readonly objectives: readonly string[]
}

const securityRequirement = /^[A-Z]{2}\.L2-((3\.\d+)\.\d+)$/
const paragraph = /^164\.\d{3}/
const criterion = /^(?:CC|PI|A|C|P)\d\.\d$/

export const dictionaryOf = remembered((frameworks: ReadonlyMap<FrameworkId, Framework>): Dictionary => {
  const targets = [...frameworks.values()].flatMap(({ id, requirements }) =>
    requirements.map((requirement): Target => ({ framework: id, requirement })),
  )
  const families = new Map<string, string>()
  for (const framework of frameworks.values())
    for (const { id, family } of framework.requirements) {
      const number = securityRequirement.exec(id)?.[2]
      if (number) families.set(number, framework.families.find((each) => each.id === family)?.title ?? family)
    }
  return {
    families,
    numbered: by(targets, ({ requirement }) => securityRequirement.exec(requirement.id)?.slice(1, 2) ?? []),
    practices: by(targets, ({ requirement: { attributes } }) =>
      attributes.level1 ? [attributes.level1.practice.toUpperCase(), attributes.level1.clause] : [],
    ),
    controls: by(targets, ({ requirement: { attributes } }) => attributes.nist80053 ?? []),
    controlsRev4: by(
      targets,
      ({ requirement: { attributes } }) => attributes.nist80053r4 ?? attributes.nist80053 ?? [],
    ),
    paragraphs: by(targets, ({ requirement: { id } }) => (paragraph.test(id) ? [id] : [])),
    criteria: by(targets, ({ requirement: { id } }) => (criterion.test(id) ? [id] : [])),
    others: new Map(
      [...by(targets, otherIds)].map(([id, named]) => [id, named.map((target) => published(target, id))] as const),
    ),
    siblings: by(targets, (target) => [stem(target)]),
  }
})

/** What the id of a requirement shares with those that are counted on from it. */
export function stem({ framework, requirement: { id } }: Target): string {
  return `${framework} ${id.replace(/(?:\d+|\([^()]*\))$/, '')}`
}

function otherIds({ requirement: { id, objectives } }: Target): readonly string[] {
  if (securityRequirement.test(id) || paragraph.test(id) || criterion.test(id)) return []
  return [...new Set([id, ...objectives.map((objective) => objective.id)].map((each) => each.toLowerCase()))]
}

function published(target: Target, id: string): Published {
  const { requirement } = target
  const objectives = requirement.objectives.map((objective) => objective.id)
  const whole = requirement.id.toLowerCase() === id
  return { target, objectives: whole ? objectives : objectives.filter((each) => each.toLowerCase() === id) }
}

function by(
  targets: readonly Target[],
  keys: (target: Target) => readonly string[],
): ReadonlyMap<string, readonly Target[]> {
  const found = new Map<string, Target[]>()
  for (const target of targets)
    for (const key of keys(target)) {
      const group = found.get(key)
      if (group) group.push(target)
      else found.set(key, [target])
    }
  return found
}
