// Whose ids a column holds: decided by all of its cells, since `3.1.1` alone may be of several schemes.
import type { Framework } from '../framework.ts'
import { rememberedText } from '../remembered.ts'
import type { FrameworkId } from '../identifiers.ts'
import type { RawCell } from '../proposal/raw-workbook.ts'
import { lastControl } from './control.ts'
import { dictionaryOf } from './dictionary.ts'
import type { Dictionary } from './dictionary.ts'
import { plainText } from './plain-text.ts'
import { columnOf, schemesNamed, unhinted } from './scheme.ts'
import type { ColumnScheme, Scheme } from './scheme.ts'
import { writtenCell } from './written-cell.ts'
import type { WrittenId } from './written-ids.ts'

/** Longer cells tell no more of a column's scheme. */
const longest = 2000

/** One id of another scheme among so many is a slip; more, and nobody knows whose the look-alikes are. */
const slip = 20

interface Tally {
  readonly schemes: Map<Scheme, number>
  /** ids as the frameworks number them, and numbers that are not theirs */
  readonly numbers: Kept
  readonly codes: Kept
  readonly letters: Kept
}

interface Kept {
  readonly ours: Set<string>
  ourCells: number
  others: number
  /** of the others: numbers of the form 3.N.N that nobody gives a requirement */
  strange: number
}

type Cell = Pick<RawCell, 'text' | 'kind'>

/** `headings` are what stands above the column, the nearest first: `NIST SP 800-171 control`, `PCI DSS`. */
export function schemeOf(
  cells: Iterable<Cell>,
  frameworks: ReadonlyMap<FrameworkId, Framework>,
  headings: readonly string[] = [],
): ColumnScheme {
  const dictionary = dictionaryOf(frameworks)
  const tally = newTally()
  const idsIn = rememberedText((text) => writtenCell(plainText(text).plain, dictionary).flatMap(({ ids }) => ids))
  for (const cell of cells) take(cell, { dictionary, idsIn }, tally)
  const declared =
    headings
      .filter((heading) => !idsIn(heading).some(({ said }) => said !== undefined))
      .map((heading) => schemesNamed(heading))
      .find((named) => named.length > 0) ?? []
  const scheme = verdict(tally, declared)
  if (scheme.numbered === unhinted.numbered || declared.some((each) => columnOf(each).numbered === scheme.numbered))
    return scheme
  const cause = firstRival(cells, { dictionary, idsIn })
  return cause === undefined ? scheme : { ...scheme, cause }
}

function newTally(): Tally {
  return { schemes: new Map(), numbers: kept(), codes: kept(), letters: kept() }
}

/** The first cell that speaks against the usual reading of bare numbers. */
function firstRival(cells: Iterable<Cell>, known: Known): ColumnScheme['cause'] {
  let index = 0
  for (const cell of cells) {
    const { schemes, numbers } = take(cell, known, newTally())
    const rival = [...schemes.keys()].some((scheme) => columnOf(scheme).numbered !== unhinted.numbered)
    if (rival || numbers.others > 0) return { index, text: cell.text.trim() }
    index += 1
  }
  return undefined
}

function kept(): Kept {
  return { ours: new Set(), ourCells: 0, others: 0, strange: 0 }
}

interface Known {
  readonly dictionary: Dictionary
  readonly idsIn: (text: string) => readonly WrittenId[]
}

function take({ text, kind }: Cell, { dictionary, idsIn }: Known, tally: Tally): Tally {
  if (text.length > longest) return tally
  if (kind === 'number' && /^\d+\.\d+$/.test(text) && !/^(?:3|16[024])\./.test(text)) tally.numbers.others += 1
  if (kind !== 'text') return tally
  for (const id of idsIn(text)) for (const end of id.to ? [id, id.to] : [id]) count(end, dictionary, tally)
  return tally
}

function count(
  { reading: { form, id, control }, said }: Omit<WrittenId, 'to'>,
  dictionary: Dictionary,
  tally: Tally,
): void {
  if (said !== undefined) add(tally.schemes, said)
  else if (form === 'number') {
    if (!/^(?:3\.\d+|\d\.\d)$/.test(id)) keep(tally.numbers, id, dictionary.numbered.has(id))
  } else if (form === 'letter') keep(tally.letters, id, dictionary.criteria.has(id))
  else if (form === 'code') keep(tally.codes, id, false)
  else if (control) keep(tally.codes, id, control.number <= lastControl[control.family]!)
  else add(tally.schemes, form)
}

function keep(into: Kept, id: string, ours: boolean): void {
  if (!ours) {
    into.others += 1
    if (isStrange(id)) into.strange += 1
  } else {
    into.ours.add(id)
    into.ourCells += 1
  }
}

/** `3.99.1`: family 15 to 17 is Rev. 3's, and the third requirement of PCI DSS has no such families. */
function isStrange(id: string): boolean {
  return Number(/^3\.(\d{1,3})\.\d{1,3}$/.exec(id)?.[1] ?? 0) > 17
}

function add(schemes: Map<Scheme, number>, scheme: Scheme): void {
  schemes.set(scheme, (schemes.get(scheme) ?? 0) + 1)
}

function verdict({ schemes, numbers, codes, letters }: Tally, declared: readonly Scheme[]): ColumnScheme {
  const numbered = decided('numbered', { kept: numbers, schemes, declared })
  const coded = decided('coded', { kept: codes, schemes, declared })
  const trusts = (schemes.has('soc2') || declared.includes('soc2')) && letters.others * slip <= letters.ourCells
  const lettered = trusts ? 'soc2' : 'unclear'
  const counted = new Map(schemes)
  if (coded === 'nist-800-53' && codes.ourCells > 0) counted.set(coded, (counted.get(coded) ?? 0) + codes.ourCells)
  if (numbered === 'nist-800-171' && plainlyNumbered(numbers))
    counted.set(numbered, (counted.get(numbered) ?? 0) + numbers.ourCells)
  const commonest = [...counted].sort((a, b) => b[1] - a[1]).map(([scheme]) => scheme)
  return { schemes: [...new Set([...declared, ...commonest])], numbered, coded, lettered }
}

/** So many different numbers, over several families and none beside them, are no other scheme's. */
function plainlyNumbered({ ours, others }: Kept): boolean {
  const families = new Set([...ours].map((id) => id.split('.', 2)[1]))
  return others === 0 && ours.size >= slip && families.size >= 3
}

/** Their own ids may be written as bare as ours: one of them leaves its neighbors in doubt; one of another form does not. */
const writtenAlike: ReadonlySet<Scheme> = new Set([
  'nist-800-171-r3',
  'nist-800-172',
  'pci-dss',
  'cis',
  'nist-800-53-r4',
  'c5',
  'mcsb',
  'unclear',
])

interface Evidence {
  readonly kept: Kept
  readonly schemes: ReadonlyMap<Scheme, number>
  readonly declared: readonly Scheme[]
}

/** A single number that is nobody's, beside two that are ours, is a slip in however short a column. */
function slipIn({ ours, others, strange }: Kept): number {
  return others === 1 && strange === 1 && ours.size >= 2 ? 1 : 0
}

/** Whose the ids of a form are that several schemes share. */
function decided(form: 'numbered' | 'coded', { kept: all, schemes, declared }: Evidence): Scheme {
  const { ourCells, others } = all
  const usual = unhinted[form]
  const rivals = [...schemes].filter(([scheme]) => columnOf(scheme)[form] !== usual)
  const claims = new Set(declared.filter((scheme) => scheme === usual || columnOf(scheme)[form] !== usual))
  if (claims.size > 1) return 'unclear'
  const [claimed] = claims
  if (claimed !== undefined && claimed !== usual) return claimed
  const against = others - slipIn(all) + rivals.reduce((sum, [, cells]) => sum + cells, 0)
  const enough = claimed === usual ? against <= ourCells : against * slip <= ourCells
  if (enough || (against === 0 && ourCells === 0)) return usual
  const [first] = rivals.sort((a, b) => b[1] - a[1])
  if (first === undefined || first[1] < others) return 'unclear'
  return against > 1 || ourCells < 2 ? first[0] : amongOurs(first[0], usual)
}

/** One id of another scheme. */
function amongOurs(scheme: Scheme, usual: Scheme): Scheme {
  return writtenAlike.has(scheme) ? 'unclear' : usual
}
