import { expect, test } from 'vitest'
import { leaver, matrixOf, sampleContext, sampleMatrix } from '../testing/sample-matrix.ts'
import { checkTooBroad } from './too-broad.ts'

const titled = (title: string) => matrixOf({ ...leaver, title })

test.each([
  'Access control',
  'Access Control',
  'Security',
  'Backups',
  'Incident response',
  'Risk assessment',
  'Patch management',
  'Change management',
  'Password management',
  'Anti-malware',
  'Security awareness training',
  'Data backup and recovery',
  'Network security monitoring',
  'Physical and environmental protection',
  'Termination procedures',
  'Documentation',
  'Backups, recovery',
  'Access control.',
])('%s is a subject', (title) => {
  expect(checkTooBroad(titled(title), sampleContext)).toMatchObject([
    {
      code: 'too-broad',
      severity: 'warning',
      at: `activities.${leaver.id}.title`,
      message: expect.stringContaining(title) as string,
    },
  ])
})

test.each([
  'Remove a leaver’s access',
  'Escort visitors',
  'Review who has access to the managed systems each quarter',
  'Require a second factor at every network sign-in',
  'Test a restore of the accounting server',
  'Access termination',
  'Log review',
  'Device disposal at the end of a lease',
  'Change passwords of shared accounts',
  'Patch servers',
  'Audit logs every month',
  'Control media',
  'Report a cyber incident that affects covered defense information',
  'Sign a business associate agreement with each vendor that can reach ePHI',
  'Quarterly user access review',
  'Plan and run a tabletop exercise',
])('%s is a piece of work', (title) => {
  expect(checkTooBroad(titled(title), sampleContext)).toEqual([])
})

test('nothing for the sample', () => {
  expect(checkTooBroad(sampleMatrix, sampleContext)).toEqual([])
})
