// OSCAL 1.2.2 as document formats: the MSP's component definition, and the two plans that lock into each other.
import type { Content } from '../../core/rendition/content.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import type { Writer } from '../format.ts'
import { providerSspFile, writeClientSsp } from './client-ssp.ts'
import { writeComponentDefinition } from './component-definition.ts'
import { writeProviderSsp } from './provider-ssp.ts'

/** What stands whole in either plan. */
const inBothPlans = [
  'parties',
  'offerings',
  'scopes',
  'agreement',
  'review',
  'decisions',
  'answers',
  'parts',
  'identifiers',
  'duties',
  'clocks',
  'sources',
  'roles',
  'interviewees',
  'bases',
  'claims',
  'evidence',
  'handoffs',
  'accountable',
  'citations',
] as const satisfies readonly Content[]

/** Of the MSP's own components: of these the definition holds only some, or not the whole. */
const notWhole: ReadonlySet<Content> = new Set([
  'offerings',
  'scopes',
  'agreement',
  'decisions',
  'parts',
  'interviewees',
  'bases',
  'claims',
  'evidence',
])

const aroundTheMsp = {
  carries: inBothPlans.filter((kind) => !notWhole.has(kind)),
  only: 'the activities in which the MSP has a duty',
} as const

export const componentWriter = writerOf(writeComponentDefinition, aroundTheMsp)
export const providerSspWriter = writerOf(writeProviderSsp, {
  carries: [...inBothPlans, 'evidence places', 'traps'],
  remarks: ({ matrix }) => [
    `It holds the MSP’s own notes; what it exports to the client stands under "export". The client’s plan points to it as ${providerSspFile(matrix)}: keep that name.`,
  ],
})
export const clientSspWriter = writerOf(writeClientSsp, {
  carries: inBothPlans,
  remarks: ({ matrix }) => [`It points to the provider’s plan as ${providerSspFile(matrix)}, beside it.`],
})

function writerOf(write: (subject: Subject) => Uint8Array, whole: Omit<NonNullable<Writer['whole']>, 'write'>): Writer {
  return { whole: { ...whole, write: async (subject) => write(subject) } }
}
