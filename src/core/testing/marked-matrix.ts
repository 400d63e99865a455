// A matrix with a word of its own in every kind of content, so that a test can see which of them stand in a document.
import type { Context } from '../context.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { contentKinds } from '../rendition/content.ts'
import type { Content } from '../rendition/content.ts'
import { dutyWith, leaver, sampleMatrix, visitorEscort } from './sample-matrix.ts'
import { twoFrameworks } from './trust-framework.ts'

/** Short, so that no page breaks it; lower-case, so that it can be an id. One of several words is enough. */
export const marks: Readonly<Record<Content, string>> = {
  ...(Object.fromEntries(Object.keys(contentKinds).map((kind, index) => [kind, `qz${100 + index}`])) as Record<
    Content,
    string
  >),
  // What stands as a date, a party or a published id has its own words.
  review: '2099',
  citations: 'AC-1|T1.1',
}

const marked: Duty = {
  party: 'msp',
  does: `Tell {request channel} and {open question} ${marks.duties}`,
  role: `clerk ${marks.roles} of {request channel}`,
  timing: { within: '24 hours', after: `the ${marks.clocks}` },
  source: `45 CFR ${marks.sources}`,
  basis: { document: `Manual ${marks.bases}`, claim: `claim ${marks.claims}`, date: '2026-01-02' },
  evidence: [{ what: `ticket ${marks.evidence}`, from: 'the desk', keptAt: `drawer ${marks['evidence places']}` }],
}

export const markedMatrix: Matrix = {
  ...sampleMatrix,
  title: `Sample ${marks.title}`,
  parties: [
    ...sampleMatrix.parties.map((party) =>
      party.id === 'client' ? { ...party, because: `It is ${marks.parties}` } : party,
    ),
    { id: 'answers-for-it', kind: 'provider', legalName: `Vault ${marks.accountable} Inc.` },
  ],
  offerings: [...sampleMatrix.offerings, { id: marks.offerings, by: 'msp' }],
  scopes: [{ id: 'managed', title: `Systems ${marks.scopes}` }],
  agreement: { ...sampleMatrix.agreement, reference: marks.agreement },
  review: { every: '12 months', next: '2099-03-04' },
  decisions: [
    {
      ref: 'sample:DOC-1',
      kind: 'not-applicable',
      by: 'Dana Reyes',
      reason: `There are no policies ${marks.decisions}`,
      date: '2026-02-01',
    },
  ],
  parameters: { 'request channel': `the portal ${marks.answers}` },
  frameworks: [
    { id: 'sample', edition: '1', assessed: 'client' },
    { id: 'trust', assessed: 'msp' },
  ],
  situations: [marks.situations],
  parts: { 'sample:AC-3': [`doors ${marks.parts}`, 'windows'] },
  activities: [
    {
      ...leaver,
      id: marks.identifiers,
      title: 'Remove a leaver’s access',
      covers: [
        'sample:AC-1[b]',
        { ref: 'sample:AC-3', part: `doors ${marks.parts}` },
        { ref: 'trust:T1.1', part: `doors ${marks.parts}` },
      ],
      accountable: 'msp',
      duties: [
        { ...marked, party: 'msp', offering: 'help-desk', interviewee: `chief ${marks.interviewees}` },
        { ...marked, party: 'client' },
        { ...marked, party: 'night-soc' },
      ],
      handoff: `The list arrives within 2 business days ${marks.handoffs}`,
      placeholders: {
        'request channel': { ask: `Where ${marks.questions}`, example: `by ${marks['suggested answers']}` },
        'open question': { ask: `What is ${marks.questions}` },
      },
      withoutOffering: {
        accountable: 'client',
        duties: [dutyWith({ party: 'client', does: `Do it ${marks.alternatives}` })],
      },
      notApplicable: [
        { refs: ['sample:AC-1[b]'], because: `Nobody is there ${marks.exemptions}`, evidence: [{ what: 'list' }] },
      ],
      appliesWhen: `The client has ${marks.conditions}`,
      trap: `People forget ${marks.traps}`,
      origin: { template: marks.origins, version: '1' },
      reviewed: { by: `Ann ${marks.readings}`, date: '2026-01-03' },
    },
    { ...visitorEscort, accountable: 'answers-for-it', covers: ['sample:AC-1[a]'] },
  ],
}

const [sample, trust] = [...twoFrameworks.frameworks.values()]

/** With controls of NIST SP 800-53 behind a requirement, which the made-up framework has not. */
export const markedContext: Context = {
  frameworks: new Map([
    [
      'sample',
      {
        ...sample!,
        requirements: sample!.requirements.map((requirement) =>
          requirement.id === 'AC-1'
            ? { ...requirement, attributes: { ...requirement.attributes, nist80053: ['PS-4'], nist80053r4: ['PS-4'] } }
            : requirement,
        ),
      },
    ],
    ['trust', trust!],
  ]),
}
