// A filled CSA questionnaire (CAIQ, CCM v4) as JSON: a list of questions with their answers and one of six ownership values.
import { brief } from '../../../core/brief.ts'
import { caiqKey, caiqOwnership } from '../../../core/claims/caiq-words.ts'
import type { ClaimOwnership } from '../../../core/claims/claim.ts'
import type { SourceDocument, Statement } from '../../../core/claims/source-document.ts'
import { dayOf, given, sourceOf } from './source-of.ts'
import { complain, held, isGroup, leaveUnread, readWhole, rootOf, textAt } from './spot.ts'
import type { Group, Spot } from './spot.ts'

/** Names of fields without case, blanks and marks. */
const fields = {
  id: ['id', 'questionid', 'caiqid', 'controlid', 'ccmcontrolid', 'ccmid'],
  ownership: ['ssrmcontrolownership', 'ssrm', 'ssrmownership', 'controlownership'],
  answer: ['answer', 'cspcaiqanswer', 'caiqanswer', 'consensusassessmentanswer'],
  provider: ['cspimplementationdescription', 'implementationdescription', 'cspdescription'],
  client: ['cscresponsibilities', 'cscresponsibility', 'customerresponsibilities'],
} as const satisfies Readonly<Record<string, readonly string[]>>

const lists = ['questions', 'caiq', 'ccm', 'controls', 'items', 'entries', 'answers', 'responses'] as const

/** Undefined where no entry has both an id and a field of ownership. */
export function readCaiq(value: unknown): SourceDocument | undefined {
  const found = listIn(value)
  if (found === undefined) return undefined
  const { at, list, around } = found
  const root = rootOf(around)
  const statements = list.flatMap((item, index): readonly Statement[] => {
    const place = `${at}[${index}]`
    if (isGroup(item)) return statementOf({ at: place, group: item, log: root.log })
    leaveUnread(root, place, 'a group of fields is')
    return []
  })
  const facts = {
    ...given('title', textAt(root, 'title')),
    ...given('version', textAt(root, 'version')),
    ...given('date', dayOf(textAt(root, 'date'))),
  }
  return sourceOf({ format: 'caiq', statements, ...facts }, root.log.issues)
}

interface Found {
  readonly at: string
  readonly list: readonly unknown[]
  readonly around: Group
}

function listIn(value: unknown): Found | undefined {
  const around = isGroup(value) ? value : {}
  const candidates = Array.isArray(value)
    ? [{ at: '', list: value as readonly unknown[] }]
    : lists.flatMap((name) => {
        const list = held(around, name)
        return Array.isArray(list) ? [{ at: name, list: list as readonly unknown[] }] : []
      })
  const found = candidates.find(({ list }) =>
    list.some((item) => isGroup(item) && nameIn(item, 'id') !== undefined && nameIn(item, 'ownership') !== undefined),
  )
  return found && { ...found, around }
}

/** The field's own name in this entry. */
function nameIn(group: Group, field: keyof typeof fields): string | undefined {
  const names: readonly string[] = fields[field]
  return Object.keys(group).find((name) => names.includes(name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')))
}

function text(spot: Spot, field: keyof typeof fields): string {
  const name = nameIn(spot.group, field)
  return name === undefined ? '' : textAt(spot, name)
}

function statementOf(spot: Spot): readonly Statement[] {
  const id = text(spot, 'id')
  if (id === '') {
    complain(spot, spot.at, 'it has no id; it was not read')
    return []
  }
  const here = { ...spot, at: `${spot.at} (${brief(id)})` }
  const read = readWhole(here, () => ({
    at: here.at,
    id,
    ownership: ownershipAt(here),
    text: text(here, 'provider'),
    ...given('customerMust', text(here, 'client')),
  }))
  return [read.whole ? read.value : { ...read.value, ownership: 'unclear' }]
}

/** Whoever answers "no" does not do it, whatever else stands there. */
function ownershipAt(spot: Spot): ClaimOwnership {
  const word = text(spot, 'ownership')
  if (word === '') return 'unclear'
  const ownership = caiqOwnership.get(caiqKey(word))
  const answer = answers.get(caiqKey(answerAt(spot)))
  const fault =
    ownership === undefined
      ? `"${brief(word)}" is none of the questionnaire’s ownership values`
      : clash(ownership, answer)
  if (ownership !== undefined && fault === undefined) {
    if (thirdParty.has(caiqKey(word)))
      complain(spot, spot.at, 'a third party has a part in it, and its name is not said: find out before you accept it')
    return ownership
  }
  complain(spot, spot.at, `${fault!}; who owns it stays unclear`)
  return 'unclear'
}

const thirdParty: ReadonlySet<string> = new Set(
  [...caiqOwnership.keys()].filter((key) => /\b(third|3rd)-party\b/.test(key)),
)

function answerAt(spot: Spot): string {
  const name = nameIn(spot.group, 'answer')
  const value = name === undefined ? undefined : held(spot.group, name)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return text(spot, 'answer')
}

const answers: ReadonlyMap<string, 'yes' | 'no' | 'away'> = new Map([
  ['yes', 'yes'],
  ['no', 'no'],
  ['n/a', 'away'],
  ['na', 'away'],
  ['not applicable', 'away'],
])

function clash(ownership: ClaimOwnership, answer: 'yes' | 'no' | 'away' | undefined): string | undefined {
  if (answer === undefined) return undefined
  if (ownership === 'not-applicable') return answer === 'away' ? undefined : 'it is answered, and called not applicable'
  if (answer === 'away') return 'it is answered "not applicable", and has an owner'
  return answer === 'no' && ownership !== 'client' ? 'the provider answers "no", and is named as its owner' : undefined
}
