// A template small enough to read, for the tests of composing.
import type { Activity } from '../activity.ts'
import type { Engagement } from '../matrix.ts'
import type { Template } from '../template.ts'
import { accessReview, leaver, policyApproval, sampleMatrix, visitorEscort } from './sample-matrix.ts'

const nightWatch: Activity = {
  id: 'night-watch',
  title: 'Watch the alerts at night',
  topic: 'monitoring',
  covers: ['trust:T1.1', 'trust:T3.1', 'sample:AC-3'],
  accountable: 'msp',
  duties: [
    {
      party: 'msp',
      offering: 'monitoring',
      does: 'Examine each alert; the MSP calls {night number}',
      timing: { within: '15 minutes', after: 'the alert reaches the MSP' },
      evidence: [{ what: 'alert report' }],
    },
    {
      party: 'client',
      does: 'Answer the call',
      timing: { within: '30 minutes', after: 'the MSP calls' },
      evidence: [{ what: 'call log' }],
    },
  ],
  handoff: 'The MSP’s call opens the incident; the client’s answer the same night closes the call.',
  placeholders: { 'night number': { ask: 'Whom does the night watch call' } },
  withoutOffering: {
    accountable: 'client',
    duties: [
      {
        party: 'client',
        does: 'Read the alerts of the night each morning',
        timing: { every: 'business day' },
        evidence: [{ what: 'signed list' }],
      },
    ],
  },
}

const restoreTest: Activity = {
  id: 'restore-test',
  title: 'Restore one file as a test',
  topic: 'backup',
  covers: [{ ref: 'trust:T2.1', part: 'restore tests' }],
  accountable: 'msp',
  duties: [
    {
      party: 'msp',
      offering: 'backup',
      does: 'Restore the file that the client names',
      timing: { every: '3 months' },
      evidence: [{ what: 'restore report' }],
    },
    {
      party: 'msp',
      offering: 'help-desk',
      does: 'Send the report to the client',
      timing: { within: '2 business days', after: 'the test' },
      evidence: [{ what: 'sent mail' }],
    },
  ],
  variants: [
    {
      id: 'hosted',
      when: 'the application is hosted',
      accountable: 'night-soc',
      duties: [
        {
          party: 'night-soc',
          does: 'Restore the database',
          timing: { every: '6 months' },
          evidence: [{ what: 'report of the test' }],
        },
      ],
    },
  ],
}

export const sampleTemplate: Template = {
  id: 'sample-library',
  version: '1',
  offerings: [],
  parts: { 'trust:T2.1': ['restore tests', 'exercise'], 'sample:AC-3': ['never covered in parts', 'here'] },
  activities: [leaver, accessReview, visitorEscort, policyApproval, nightWatch, restoreTest],
}

const { activities: _, ...rest } = sampleMatrix

/** Under both made-up frameworks, with everything that the template knows bought from the MSP. */
export const sampleEngagement: Engagement = {
  ...rest,
  frameworks: [
    { id: 'sample', assessed: 'client' },
    { id: 'trust', assessed: 'msp', categories: ['availability'] },
  ],
  scopes: [
    { id: 'office', title: 'The office' },
    { id: 'plant', title: 'The plant' },
  ],
  offerings: ['help-desk', 'monitoring', 'backup'].map((id) => ({ id, by: 'msp' })),
}
