// Options that several commands share.
import type { Option } from './command.ts'

export const json = { type: 'boolean', help: 'print JSON for programs' } as const satisfies Option
export const framework = {
  type: 'string',
  short: 'f',
  value: 'ID',
  help: 'only this framework',
} as const satisfies Option
export const party = { type: 'string', value: 'PARTY', help: 'whose duties (view duties)' } as const satisfies Option
export const output = {
  type: 'string',
  short: 'o',
  value: 'FILE',
  help: 'write to this file',
} as const satisfies Option
export const force = { type: 'boolean', help: 'replace the file if it is there' } as const satisfies Option
export const signed = {
  type: 'string',
  value: 'FILE',
  help: 'the revision that was signed, to find what changed since; "none" says that none ever was',
} as const satisfies Option
export const partyOfClaims = {
  type: 'string',
  multiple: true,
  value: 'NAME=ID',
  help: 'which party a document’s name means; a new id stands for a provider that the matrix does not have',
} as const satisfies Option
export const claims = {
  type: 'string',
  multiple: true,
  value: 'CLAIMS',
  help: 'claims of documents (repeat it): objectives about which they contradict each other are open',
} as const satisfies Option

/** How a refusal names an option. */
export const asOption = (option: string): string => `--${option}`
