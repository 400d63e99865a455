// The schemes by which controls are numbered, and what other texts call them.
import { plainText } from './plain-text.ts'

export const schemeNames = {
  'nist-800-171': 'NIST SP 800-171 Rev. 2',
  'nist-800-171-r3': 'NIST SP 800-171 Rev. 3',
  'nist-800-172': 'NIST SP 800-172',
  'nist-800-53': 'NIST SP 800-53',
  'nist-800-53-r4': 'NIST SP 800-53 Rev. 4',
  'cmmc-1': 'CMMC 1.0',
  hipaa: 'HIPAA',
  soc2: 'SOC 2',
  'pci-dss': 'PCI DSS',
  iso27001: 'ISO/IEC 27001',
  cis: 'the CIS Controls',
  csf: 'the NIST Cybersecurity Framework',
  ccm: 'the CSA Cloud Controls Matrix',
  nerc: 'NERC CIP',
  cobit: 'COBIT',
  hitrust: 'HITRUST',
  gdpr: 'the GDPR',
  cci: 'DISA’s control correlation identifiers',
  c5: 'BSI C5',
  mcsb: 'the Microsoft cloud security benchmark',
  other: 'another scheme',
  unclear: 'a scheme that is not clear',
} as const

export type Scheme = keyof typeof schemeNames

/** Whose an id is, where its form alone does not say so. */
export interface ColumnScheme {
  /** the schemes whose ids stand in the column, the commonest first */
  readonly schemes: readonly Scheme[]
  /** what a bare `3.1.1` is */
  readonly numbered: Scheme
  /** what a bare `AC-2` is */
  readonly coded: Scheme
  /** what a bare `A1.2` is */
  readonly lettered: Scheme
  /** the cell, by its place among those of the column, for which bare numbers are not read as ours */
  readonly cause?: { readonly index: number; readonly text: string } | undefined
  /** where that cell stands, and what it says */
  readonly because?: string
}

/** A cell of which nothing but its own text is known. */
export const unhinted: ColumnScheme = {
  schemes: [],
  numbered: 'nist-800-171',
  coded: 'nist-800-53',
  lettered: 'unclear',
}

const elsewhere: Partial<Record<Scheme, Partial<ColumnScheme>>> = {
  'nist-800-171-r3': { numbered: 'nist-800-171-r3' },
  'nist-800-172': { numbered: 'nist-800-172' },
  'nist-800-53-r4': { coded: 'nist-800-53-r4' },
  soc2: { lettered: 'soc2' },
  'pci-dss': { numbered: 'pci-dss' },
  iso27001: { numbered: 'iso27001', lettered: 'iso27001' },
  cis: { numbered: 'cis' },
  nerc: { coded: 'nerc' },
  c5: { coded: 'c5' },
  mcsb: { coded: 'mcsb' },
  other: { numbered: 'other', coded: 'other', lettered: 'other' },
  unclear: { numbered: 'unclear', coded: 'unclear' },
}

/** A column of which a person or the format says whose ids it holds. */
export function columnOf(scheme: Scheme): ColumnScheme {
  return { ...unhinted, ...elsewhere[scheme], schemes: [scheme] }
}

const gap = String.raw`[\s:-]{0,3}`
const revision = (number: number): string => String.raw`${gap}(?:rev(?:ision|\.)?|r)${gap}${number}(?!\d)`
const nist = String.raw`(?:nist${gap})?(?:sp${gap})?`

/** What a text calls each scheme; where two begin alike, the longer name stands first. */
const spoken: readonly (readonly [Scheme, string])[] = [
  ['nist-800-171-r3', String.raw`${nist}(?:800-)?171a?${revision(3)}`],
  ['nist-800-171', String.raw`${nist}800-171a?(?:${revision(2)})?(?![\w-])`],
  ['nist-800-172', String.raw`${nist}800-172a?(?![\w-])`],
  ['nist-800-53-r4', String.raw`(?:${nist}800-53[ab]?|fedramp)${revision(4)}`],
  ['nist-800-53', String.raw`(?:${nist}800-53[ab]?|fedramp)(?:${revision(5)})?(?![\w-])`],
  ['cmmc-1', String.raw`cmmc${gap}(?:v${gap})?1\.\d\d?(?![\w.])`],
  [
    'nist-800-171',
    String.raw`cmmc(?:${gap}(?:v${gap})?2\.\d\d?(?![\w.]))?(?:${gap}(?:level|l)${gap}2(?![\w.]))?(?!\w)`,
  ],
  ['hipaa', String.raw`hipaa(?:${gap}(?:security|breach notification)${gap}rule)?(?!\w)`],
  [
    'hipaa',
    String.raw`45${gap}c\.?${gap}f\.?${gap}r(?:\.|(?!\w))(?:${gap}parts?(?!\w))?(?:${gap}164(?![\w.]))?(?:${gap}subpart${gap}[a-e](?!\w))?`,
  ],
  [
    'soc2',
    String.raw`soc${gap}2(?!\w)|tsc(?:${gap}20\d\d)?(?!\w)|tsp${gap}(?:section${gap})?100(?!\w)|trust services criteria|aicpa(?!\w)`,
  ],
  ['pci-dss', String.raw`pci(?:${gap}dss)?(?:${gap}(?:v\d\.\d(?:\.\d)?|4\.0(?:\.1)?)(?![\w.]))?(?!\w)`],
  ['iso27001', String.raw`iso(?:/iec)?${gap}27(?:00[12]|01[78])(?::\d{4})?(?!\w)`],
  [
    'cis',
    String.raw`cis${gap}(?:critical${gap}security${gap})?(?:controls?|csc|safeguards?|v\d(?:\.\d)?)(?:${gap}v\d(?:\.\d)?(?![\w.]))?(?!\w)|cis(?=[\s:-]{1,3}\d)`,
  ],
  ['hitrust', String.raw`hitrust(?:${gap}csf)?(?!\w)`],
  ['csf', String.raw`(?:nist${gap})?csf(?:${gap}\d\.\d(?![\w.]))?(?!\w)|cybersecurity framework`],
  ['ccm', String.raw`(?:csa${gap})?(?:ccm|caiq)(?:${gap}v?\d(?:\.\d){0,2}(?![\w.]))?(?!\w)`],
  ['nerc', String.raw`nerc(?:${gap}cip(?!\w))?(?!\w)`],
  ['cobit', String.raw`cobit(?!\w)`],
  ['gdpr', String.raw`(?:gdpr|dsgvo|rgpd)(?!\w)`],
  ['c5', String.raw`bsi${gap}c5(?::20\d\d)?(?![\w.])|c5:20\d\d(?!\w)`],
  ['mcsb', String.raw`mcsb(?!\w)|(?:microsoft cloud|azure) security benchmark`],
]

const atStart = spoken.map(([scheme, name]) => ({ scheme, pattern: new RegExp(`(?:${name})`, 'iy') }))
/** How every one of them begins: asked before each is. */
const begun =
  /nist|sp|800|fedramp|cmmc|hipaa|45|soc|ts[cp]|trust|aicpa|pci|iso|cis|csf|cyber|csa|ccm|caiq|nerc|cobit|hitrust|gdpr|dsgvo|rgpd|bsi|c5|mcsb|microsoft|azure/iy
const inside = spoken.map(([scheme, name]) => ({
  scheme,
  pattern: new RegExp(String.raw`(?<![\w.-])(?:${name})`, 'gi'),
}))

/** The scheme that the text names at this place, and where its name ends. */
export function schemeSaid(text: string, at: number): { readonly scheme: Scheme; readonly end: number } | undefined {
  begun.lastIndex = at
  if (!begun.test(text)) return undefined
  for (const { scheme, pattern } of atStart) {
    pattern.lastIndex = at
    if (pattern.test(text)) return { scheme, end: pattern.lastIndex }
  }
  return undefined
}

/** Every scheme that a heading or a title names; what one name has taken is not read again as another's. */
export function schemesNamed(text: string): readonly Scheme[] {
  const found = new Set<Scheme>()
  let left = plainText(text).plain
  for (const { scheme, pattern } of inside) {
    const without = left.replace(pattern, '\n')
    if (without !== left) found.add(scheme)
    left = without
  }
  return [...found]
}
