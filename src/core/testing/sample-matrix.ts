// A small matrix without a finding and with every objective settled, for tests to vary.
import type { Activity } from '../activity.ts'
import type { Context } from '../context.ts'
import type { Duty } from '../duty.ts'
import type { Matrix } from '../matrix.ts'
import { sampleFramework } from './sample-framework.ts'

export const leaver: Activity = {
  id: 'leaver-access-removal',
  title: 'Remove a leaver’s access in the managed systems',
  topic: 'identity',
  covers: ['sample:AC-1[a]', 'sample:AC-1[b]'],
  accountable: 'client',
  duties: [
    {
      party: 'client',
      role: 'office manager',
      does: 'Tell {request channel} who leaves and from when',
      timing: { within: '4 business hours', after: 'the decision' },
      evidence: [{ what: 'dated ticket' }],
    },
    {
      party: 'msp',
      offering: 'help-desk',
      role: 'service desk',
      does: 'Disable the person’s accounts and end their sessions',
      timing: { within: '24 hours', after: 'the client’s notice' },
      evidence: [{ what: 'closed ticket listing each account with the time disabled' }],
    },
  ],
  handoff: 'The client’s notice opens the ticket; the MSP confirms on it the same day which accounts were closed.',
  placeholders: { 'request channel': { ask: 'Where do access requests go', example: 'the service-desk portal' } },
}

export const accessReview: Activity = {
  id: 'access-review',
  title: 'Review who has access to the managed systems each quarter',
  topic: 'identity',
  covers: ['sample:AC-2'],
  accountable: 'client',
  duties: [
    {
      party: 'msp',
      offering: 'help-desk',
      does: 'Send the client a list of every account with its groups and last sign-in',
      timing: { every: '3 months' },
      evidence: [{ what: 'dated export' }],
    },
    {
      party: 'client',
      role: 'system owners',
      does: 'Mark each account on the list as kept, changed or removed, and sign it',
      timing: { within: '5 business days', after: 'the list arrives' },
      evidence: [{ what: 'signed list' }],
    },
  ],
  handoff:
    'The list goes out on the first business day of the quarter; the MSP acts on the signed list within 2 business days.',
}

export const visitorEscort: Activity = {
  id: 'visitor-escort',
  title: 'Escort visitors in the client’s offices',
  topic: 'physical',
  covers: ['sample:AC-3'],
  accountable: 'client',
  duties: [
    {
      party: 'client',
      role: 'reception',
      does: 'Enter each visitor in the log and walk with them until they leave',
      timing: { on: 'each visit' },
      evidence: [{ what: 'visitor log' }],
    },
  ],
}

export const policyApproval: Activity = {
  id: 'policy-approval',
  title: 'Approve and publish the security policies',
  topic: 'governance',
  covers: ['sample:DOC-1'],
  accountable: 'client',
  duties: [
    {
      party: 'client',
      role: 'managing partner',
      does: 'Approve each policy by signature and publish it to the workforce',
      timing: { every: '12 months' },
      evidence: [{ what: 'signed policies' }],
    },
  ],
}

export const sampleMatrix: Matrix = {
  format: 'demarc/matrix@1',
  id: 'sample-dental',
  title: 'Sample Dental and Sample IT',
  frameworks: [{ id: 'sample', edition: '1', assessed: 'client' }],
  scopes: [{ id: 'managed', title: 'Systems that the MSP manages' }],
  parties: [
    { id: 'msp', kind: 'msp', legalName: 'Sample IT LLC' },
    { id: 'client', kind: 'client', legalName: 'Sample Dental PC' },
    { id: 'night-soc', kind: 'provider', legalName: 'Night SOC Inc.' },
  ],
  offerings: [{ id: 'help-desk', by: 'msp' }],
  agreement: { title: 'Managed services agreement', effective: '2026-01-01' },
  parameters: { 'request channel': 'the service-desk portal' },
  review: { every: '12 months', last: '2026-01-15', next: '2027-01-15' },
  decisions: [],
  activities: [leaver, accessReview, visitorEscort, policyApproval],
}

export const sampleContext: Context = {
  frameworks: new Map([[sampleFramework.id, sampleFramework]]),
  today: '2026-06-01',
}

/** The sample with these activities instead of its own. */
export function matrixOf(...activities: readonly Activity[]): Matrix {
  return { ...sampleMatrix, activities }
}

/** The leaver activity with these duties. */
export function activityWith(...duties: readonly Duty[]): Activity {
  return { ...leaver, duties }
}

/** A duty without fault, but for what is changed. */
export function dutyWith(change: Partial<Duty>): Duty {
  return {
    party: 'msp',
    offering: 'help-desk',
    does: 'Disable the accounts',
    timing: { within: '24 hours', after: 'the notice' },
    evidence: [{ what: 'closed ticket' }],
    ...change,
  }
}
