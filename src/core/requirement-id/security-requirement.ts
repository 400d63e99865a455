// Ids of NIST SP 800-171 Rev. 2 as CMMC and others write them, and those of its kin that are not it.
import type { Target } from './dictionary.ts'
import { lettersAt, lettersOf } from './objective-letters.ts'
import type { Letters } from './objective-letters.ts'
import { foreign, matchAt, notOurs, problem, whole } from './reading.ts'
import type { Scheme } from './scheme.ts'
import type { Hit, Reading, Resolved, Scope } from './reading.ts'

const cmmc = /([a-z]{2})\.l([123])\s?-\s?(\d{1,3}\.\d{1,3}\.\d{1,3})(?![\d]|\.\d)/iy
const nearly = /([A-Z]{2})(?:[. -]?L[123])?[. -]{1,3}(3\.\d{1,2}\.\d{1,2})(?![\d]|\.\d)/y
const practice = /([a-z]{2}\.l1-b\.1\.[ivx]{1,5})(?![a-z])/iy
const clause = /(?:far\s)?(52\.204-21\s?\(b\)\s?\(1\)\s?\([ivx]{1,5}\))/iy
const earlier = /[a-z]{2}\.[1-5]\.\d{3}(?!\d)/iy
const third = /(?:sp_800_171_|a\.)?0\d\.\d\d\.\d\d(?!\d)(?:\.odp|\.[a-z](?!\w))?(?:\.\d\d)?(?:\[\d\d\])?/iy
const enhanced = /3\.\d{1,2}\.\d{1,2}e(?!\w)/iy
const number = /\d+(?:\.\d+)+/y

export function readCmmc(text: string, at: number): Reading | undefined {
  const match = matchAt(cmmc, text, at)
  if (!match) return readPractice(text, at) ?? readNearly(text, at)
  const [, family = '', level, id = ''] = match
  const letters = lettersAt(text, cmmc.lastIndex)
  const end = letters?.end ?? cmmc.lastIndex
  const full = `${family.toUpperCase()}.L${level}-${id}`
  if (level === '3')
    return { end, form: 'nist-800-172', id: full, resolve: ({ written }) => notOurs(written, 'nist-800-172') }
  return {
    end,
    form: 'nist-800-171',
    id: full,
    resolve: (scope) => resolveCmmc({ family, level: level!, id }, letters, scope),
  }
}

interface CmmcId {
  readonly family: string
  readonly level: string
  readonly id: string
}

function resolveCmmc({ family, level, id }: CmmcId, letters: Letters | undefined, scope: Scope): Resolved {
  const targets = scope.dictionary.numbered.get(id)
  if (!targets) return missing(id, scope)
  const [{ requirement }] = targets as [Target]
  const right = requirement.id.slice(0, 2)
  if (family.toUpperCase() !== right)
    return problem(`"${scope.written}": ${id} belongs to ${right}, not to ${family.toUpperCase()}; say which is meant`)
  if (level === '2') return parts(targets, letters, scope)
  if (!requirement.attributes.level1) return problem(`"${scope.written}": ${id} is no practice of CMMC Level 1`)
  return translated(parts(targets, letters, scope), scope)
}

/** `AC-3.1.1`, `AC L2-3.1.1`: what is meant can be seen, and is not what anybody publishes. */
function readNearly(text: string, at: number): Reading | undefined {
  const match = matchAt(nearly, text, at)
  if (!match) return undefined
  const [, family = '', id = ''] = match
  const resolve = ({ written, dictionary }: Scope): Resolved => {
    const targets = dictionary.numbered.get(id)?.filter(({ requirement }) => requirement.id.startsWith(family)) ?? []
    const meant = targets.length === 0 ? '' : `; if ${listIds(targets)} is meant, write it so`
    return problem(`"${written}" is not an id as it is published${meant}`)
  }
  return { end: nearly.lastIndex, form: 'other', id: match[0], resolve }
}

function readPractice(text: string, at: number): Reading | undefined {
  const match = matchAt(practice, text, at)
  const cited = match ? null : matchAt(clause, text, at)
  const id = match?.[1]!.toUpperCase() ?? cited?.[1]!.replaceAll(' ', '').toLowerCase()
  if (id === undefined) return undefined
  const start = match ? practice.lastIndex : clause.lastIndex
  const letters = match ? lettersAt(text, start) : undefined
  return {
    end: letters?.end ?? start,
    form: 'nist-800-171',
    id,
    resolve: (scope) => resolvePractice(id, letters, scope),
  }
}

function resolvePractice(id: string, letters: Letters | undefined, scope: Scope): Resolved {
  const targets = scope.dictionary.practices.get(id)
  if (!targets) return problem(`"${scope.written}" is no practice of CMMC Level 1 that leads to a framework here`)
  if (letters && targets.length > 1)
    return problem(
      `"${scope.written}": the practice stands for ${listIds(targets)}; say which one, with its objectives`,
    )
  return translated(parts(targets, letters, scope), scope)
}

function translated({ hits, ...rest }: Resolved, { written }: Scope): Resolved {
  return { ...rest, hits: hits.map((hit): Hit => ({ ...hit, translatedFrom: written })) }
}

/** The kin whose ids lead nowhere here: CMMC 1.0, SP 800-172, SP 800-171 Rev. 3. */
export function readKin(text: string, at: number): Reading | undefined {
  const old = matchAt(earlier, text, at)
  if (old) return foreign({ end: earlier.lastIndex, form: 'cmmc-1', id: old[0] })
  const beyond = matchAt(enhanced, text, at)
  if (beyond) return { end: enhanced.lastIndex, form: 'number', id: beyond[0], resolve: resolveEnhanced }
  const later = matchAt(third, text, at)
  if (!later) return undefined
  return { end: third.lastIndex, form: 'nist-800-171-r3', id: later[0], resolve: thirdRevision }
}

function resolveEnhanced(scope: Scope): Resolved {
  return problem(
    `"${scope.written}" is how NIST SP 800-172 writes a requirement; an objective of NIST SP 800-171 is written with brackets: 3.1.1[e]`,
  )
}

function thirdRevision({ written }: Scope): Resolved {
  return problem(
    `"${written}" is read as an id of NIST SP 800-171 Rev. 3; the frameworks here rest on Rev. 2, whose requirements differ, so it is not taken for one of them`,
  )
}

export function readNumber(text: string, at: number): Reading | undefined {
  const match = matchAt(number, text, at)
  if (!match) return undefined
  const [id] = match
  const letters = id.split('.', 4).length === 3 ? lettersAt(text, number.lastIndex) : undefined
  const end = letters?.end ?? number.lastIndex
  return { end, form: 'number', id, resolve: (scope) => resolveNumber(id, letters, scope) }
}

function resolveNumber(id: string, letters: Letters | undefined, scope: Scope): Resolved {
  const scheme = scope.said ?? scope.column.numbered
  if (scheme !== 'nist-800-171') return anothers(scheme, scope)
  const targets = scope.dictionary.numbered.get(id)
  if (!targets) return missing(id, scope)
  const sure = scope.said === scheme || scope.column.schemes.includes(scheme)
  if (scope.noun && !sure)
    return problem(`"${scope.written}" may be a number of any document; say which scheme the column follows`)
  if (letters && letters.style !== 'marked' && !sure)
    return problem(
      `"${scope.written}" may be an objective of Rev. 2, a part of Rev. 3 or another scheme's; write ${id}[a] for an objective`,
    )
  return parts(targets, letters, scope)
}

function anothers(scheme: Scheme, scope: Scope): Resolved {
  const read = scheme === 'nist-800-171-r3' ? thirdRevision(scope) : notOurs(scope.written, scheme)
  const { because } = scope.column
  return scope.said !== undefined || because === undefined ? read : problem(`${read.problem!}: ${because}`)
}

function missing(id: string, { dictionary, written }: Scope): Resolved {
  const family = dictionary.families.get(id)
  if (family) return problem(`"${written}" is a family of NIST SP 800-171 (${family}), not a requirement`)
  if (/^3\.\d{1,3}\.\d{1,3}$/.test(id)) return problem(`"${written}": NIST SP 800-171 Rev. 2 has no requirement ${id}`)
  const criteria = [...dictionary.criteria.keys()].filter((each) => each.replace(/^[A-Z]+/, '') === id)
  const instead = criteria.length === 0 ? '' : `; for a criterion of SOC 2, write ${criteria.join(' or ')}`
  return problem(`"${written}" is numbered as no framework here numbers its requirements${instead}`)
}

function parts(targets: readonly Target[], letters: Letters | undefined, { written }: Scope): Resolved {
  if (!letters) return { hits: targets.map((target) => whole(target)) }
  const wanted = lettersOf(letters.spans)
  if (typeof wanted === 'string') return problem(`"${written}": ${wanted}`)
  const hits: Hit[] = []
  for (const target of targets) {
    const { id, objectives } = target.requirement
    const ids = new Set(wanted.map((letter) => `${id}[${letter}]`))
    const found = objectives.filter((objective) => ids.delete(objective.id)).map((objective) => objective.id)
    if (ids.size > 0) return problem(`"${written}": ${id} has no objective ${[...ids].map(bracketed).join(', ')}`)
    hits.push({ target, objectives: found, part: true })
  }
  return { hits }
}

function bracketed(id: string): string {
  return id.slice(id.indexOf('['))
}

export function listIds(targets: readonly Target[]): string {
  return targets.map(({ requirement }) => requirement.id).join(', ')
}
