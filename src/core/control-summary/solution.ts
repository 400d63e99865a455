// How a control is met, as its plan tells it part by part, and what of that the plan itself labels as the customer's.
import { headingMeaning } from '../mapping/heading-words.ts'
import { saysNothing } from '../mapping/marks.ts'
import type { Naming } from '../mapping/party-words.ts'
import { plainWords } from '../mapping/plain-words.ts'
import { withoutBlanks } from './box-meaning.ts'

export interface Solution {
  /** all that no label gives to the customer */
  readonly text: string
  readonly customerMust: string
  /** a label gives it a part */
  readonly provider: boolean
  /** unlabeled words follow a labeled paragraph: whose they are does not show */
  readonly trailing: boolean
}

type Voice = 'told' | 'customer' | 'provider'

interface Told {
  readonly part: string
  readonly voice: Voice
  readonly text: string
}

interface Walk {
  part: string
  voice: Voice
  /** the label stands in the paragraph itself, and holds for no other */
  once: boolean
  trailing: boolean
  readonly told: Told[]
}

const partHead = /^part\s+(\(?[a-z]\)?(?:[\s.]?\(?\d{1,2}\)?){0,2})\s*(?:[:.–—-]\s*|\s|$)(.*)$/i

export function solutionIn(lines: readonly string[], naming: Naming): Solution {
  const walk: Walk = { part: '', voice: 'told', once: false, trailing: false, told: [] }
  for (const line of lines) {
    const [, letter, rest = ''] = partHead.exec(line) ?? []
    if (letter !== undefined) Object.assign(walk, { part: `Part ${letter.trim()}`, voice: 'told', once: false })
    takeLine(walk, letter === undefined ? line : rest, naming)
  }
  const { told, trailing } = walk
  const customer = told.filter(({ voice }) => voice === 'customer')
  return {
    text: inParts(told.filter(({ voice }) => voice !== 'customer')),
    customerMust: inParts(customer),
    provider: told.some(({ voice, text }) => voice === 'provider' && !saysNothing(text)),
    trailing,
  }
}

function takeLine(walk: Walk, line: string, naming: Naming): void {
  const label = labelIn(line, naming)
  const text = withoutBlanks(label === undefined ? line : label.rest)
  if (label !== undefined) Object.assign(walk, { voice: label.voice, once: text !== '' })
  else if (walk.once && text !== '') {
    walk.trailing ||= walk.voice === 'customer'
    Object.assign(walk, { voice: 'told', once: false })
  }
  if (text !== '' && (walk.voice !== 'customer' || !saysNothing(text)))
    walk.told.push({ part: walk.part, voice: walk.voice, text })
}

interface Label {
  readonly voice: Voice
  readonly rest: string
}

const headed = /^([^:–—]{1,80}?)(?::|\s[–—-]\s)\s*(.*)$/
const duties: ReadonlySet<string> = new Set(
  'responsibility responsibilities responsible duty duties obligation obligations action actions requirement requirements consideration considerations'.split(
    ' ',
  ),
)

/** Only a party with a word for its part: "Customers:" may begin any list. */
function labelIn(line: string, naming: Naming): Label | undefined {
  const [, head = line, rest = ''] = headed.exec(line) ?? []
  const meaning = mayBeLabel(head) ? headingMeaning(head, naming) : undefined
  if (meaning?.is === 'somebody' || meaning?.is === 'split') return { voice: 'told', rest }
  if (meaning?.is !== 'part') return undefined
  return { voice: meaning.of.side === 'client' ? 'customer' : 'provider', rest }
}

function mayBeLabel(head: string): boolean {
  return head.length <= 80 && !/[.;,]$/.test(head.trim()) && plainWords(head).some((word) => duties.has(word))
}

function inParts(told: readonly Told[]): string {
  return [...Map.groupBy(told, ({ part }) => part)]
    .map(([part, lines]) => [part, lines.map(({ text }) => text).join('\n')])
    .map(([part, text]) => (part === '' ? text : `${part}: ${text}`))
    .join('\n')
}
