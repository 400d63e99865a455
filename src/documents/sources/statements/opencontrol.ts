// OpenControl component.yaml (schema 2 and 3): which controls a component satisfies, how, and where they come from.
import { brief } from '../../../core/brief.ts'
import type { ClaimOwnership } from '../../../core/claims/claim.ts'
import type { SourceDocument, Statement } from '../../../core/claims/source-document.ts'
import { notApplicableWords, openControlSides, wordKey } from '../../../core/control-summary/origination-words.ts'
import { fromWhom, ownershipOf } from '../../../core/control-summary/sides.ts'
import type { Side } from '../../../core/control-summary/sides.ts'
import { given, sourceOf } from './source-of.ts'
import {
  cleanText,
  complain,
  groupsAt,
  held,
  isGroup,
  leaveUnread,
  placeOf,
  readWhole,
  rootOf,
  textAt,
} from './spot.ts'
import type { Spot } from './spot.ts'

export function readOpenControl(value: unknown): SourceDocument | undefined {
  if (!isGroup(value) || held(value, 'satisfies') === undefined || held(value, 'format') !== undefined) return undefined
  if (!['schema_version', 'documentation_complete', 'key', 'name'].some((field) => Object.hasOwn(value, field)))
    return undefined
  const root = rootOf(value)
  const title = textAt(root, 'name') || textAt(root, 'key')
  const statements = groupsAt(root, 'satisfies', 'control_key').flatMap((spot) => statementsOf(spot, title))
  return sourceOf({ format: 'opencontrol', statements, ...given('title', title) }, root.log.issues)
}

/** Only ids of these are left as they stand: `3.1.1` means something else in every other standard. */
const standards: ReadonlySet<string> = new Set([
  'nist 800 53',
  'nist sp 800 53',
  'nist 800 171',
  'nist sp 800 171',
  'fedramp',
  'cmmc',
  'hipaa',
])

function statementsOf(spot: Spot, service: string): readonly Statement[] {
  const id = idAt(spot)
  const read = readWhole(spot, () => ({ ownership: ownershipAt(spot), narratives: narrativesAt(spot) }))
  const { ownership, narratives } = read.value
  const frame = { ownership: read.whole ? ownership : 'unclear', ...given('service', service) } as const
  const parts = narratives.filter(({ key }) => key !== '')
  const whole = narratives.filter(({ key }) => key === '')
  const text = whole.map((narrative) => narrative.text).join('\n')
  return [
    ...(whole.length > 0 || parts.length === 0 ? [{ at: spot.at, id, text, ...frame }] : []),
    ...parts.map((part) => ({ at: part.at, id: `${id} (${part.key})`, text: part.text, ...frame })),
  ]
}

function idAt(spot: Spot): string {
  const standard = textAt(spot, 'standard_key')
  const control = textAt(spot, 'control_key')
  if (control === '') complain(spot, spot.at, 'it has no control_key; what it speaks of stays unknown')
  const known = standards.has(wordKey(standard).replace(/ (rev|r) ?\d$/, ''))
  return known || control === '' ? control : `${standard === '' ? 'unnamed standard' : standard}: ${control}`
}

interface Narrative {
  readonly at: string
  /** `a`, of a part of the control */
  readonly key: string
  readonly text: string
}

function narrativesAt(spot: Spot): readonly Narrative[] {
  const value = held(spot.group, 'narrative')
  const at = placeOf(spot, 'narrative')
  if (typeof value === 'string') return [{ at, key: '', text: cleanText(value) }]
  return groupsAt(spot, 'narrative', 'key').map((part) => ({
    at: part.at,
    key: keyAt(part)
      .replace(/^\((.*)\)$/, '$1')
      .replace(/\.$/, ''),
    text: textAt(part, 'text'),
  }))
}

/** YAML takes an unquoted 1 for a number. */
function keyAt(part: Spot): string {
  const key = held(part.group, 'key')
  return typeof key === 'number' && Number.isSafeInteger(key) ? String(key) : textAt(part, 'key')
}

function ownershipAt(spot: Spot): ClaimOwnership {
  const origins = [...wordsAt(spot, 'control_origin'), ...wordsAt(spot, 'control_origins')]
  const statuses = [...wordsAt(spot, 'implementation_status'), ...wordsAt(spot, 'implementation_statuses')]
  const away = statuses.filter((word) => notApplicableWords.has(wordKey(word)))
  if (away.length > 0) return away.length === statuses.length ? 'not-applicable' : halfAway(spot)
  const strange = origins.filter((word) => !openControlSides.has(wordKey(word)))
  for (const word of strange)
    complain(spot, spot.at, `"${brief(word)}" is no control_origin that we know; who owns it stays unclear`)
  const sides: ReadonlySet<Side> = new Set(origins.flatMap((word) => openControlSides.get(wordKey(word)) ?? []))
  if (strange.length > 0) return 'unclear'
  if (sides.has('inherited')) complain(spot, spot.at, fromWhom)
  return ownershipOf(sides) ?? 'unclear'
}

function halfAway(spot: Spot): ClaimOwnership {
  complain(spot, spot.at, 'one of its statuses is "not applicable" and another is not; it stays unclear')
  return 'unclear'
}

/** One word or a list of words. */
function wordsAt(spot: Spot, field: string): readonly string[] {
  const value = held(spot.group, field)
  if (value === undefined || value === null) return []
  const list: readonly unknown[] = Array.isArray(value) ? value : [value]
  if (list.some((word) => typeof word !== 'string')) leaveUnread(spot, placeOf(spot, field), 'words are')
  return list.flatMap((word) => (typeof word === 'string' ? cleanText(word) : [])).filter((word) => word !== '')
}
