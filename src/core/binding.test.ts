import { describe, expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { compose } from './compose.ts'
import type { Engagement, Matrix } from './matrix.ts'
import { sampleEngagement, sampleTemplate } from './testing/sample-template.ts'
import { twoFrameworks } from './testing/trust-framework.ts'

function find(matrix: Matrix, id: string): Activity {
  return matrix.activities.find((activity) => activity.id === id)!
}

describe('a situation', () => {
  const situations = ['hosted', 'far-away'].map((id) => ({ id, title: id, ask: id }))
  const composeIn = (change: Partial<Engagement>, order = situations) =>
    compose({ ...sampleEngagement, ...change }, { ...sampleTemplate, situations: order }, twoFrameworks)

  test('chooses its variant of every row that has one', () => {
    const composedHosted = composeIn({ situations: ['hosted'] })
    expect(find(composedHosted, 'restore-test').duties.map(({ does }) => does)).toEqual(['Restore the database'])
    expect(composedHosted.situations).toEqual(['hosted'])
  })

  test('gives way to the variant that the engagement names for the row', () => {
    const named = composeIn({ situations: ['far-away'], variants: { 'restore-test': 'hosted' } })
    expect(find(named, 'restore-test').duties.map(({ does }) => does)).toEqual(['Restore the database'])
  })

  test('that no row knows changes no row', () => {
    expect(composeIn({ situations: ['far-away'] }).activities).toEqual(composeIn({}).activities)
  })

  test('is chosen in the order of the template, whatever the order of the engagement', () => {
    const one = composeIn({ situations: ['far-away', 'hosted'] })
    const other = composeIn({ situations: ['hosted', 'far-away'] })
    expect(one).toEqual(other)
  })
})

test('a variant whose offering nobody sells leaves the row to the client', () => {
  const watch = sampleTemplate.activities.find(({ id }) => id === 'night-watch')
  const variants = [{ id: 'hosted', when: 'hosted', accountable: 'msp', duties: watch!.duties.slice(0, 1) }]
  const activities = [{ ...watch!, variants }]
  const engagement = { ...sampleEngagement, offerings: [], variants: { 'night-watch': 'hosted' } }
  const row = find(compose(engagement, { ...sampleTemplate, activities }, twoFrameworks), 'night-watch')
  expect(row.duties).toEqual(watch!.withoutOffering!.duties)
})

describe('of two offerings, one missing', () => {
  const restore = sampleTemplate.activities.find(({ id }) => id === 'restore-test')!
  const alone = (does: string, party = 'client') => ({
    accountable: party,
    duties: [{ party, does, ...(party === 'msp' && { offering: 'backup' }), evidence: [{ what: 'report' }] }],
  })
  const row = {
    ...restore,
    variants: undefined,
    withoutOne: { 'help-desk': alone('Restore and report', 'msp'), backup: alone('Restore alone') },
    withoutOffering: alone('Restore with nobody'),
  }
  const dividedWith = (offerings: Engagement['offerings'], activity: Activity = row) =>
    find(
      compose({ ...sampleEngagement, offerings }, { ...sampleTemplate, activities: [activity] }, twoFrameworks),
      row.id,
    )
  const both: Engagement['offerings'] = [
    { id: 'backup', by: 'msp' },
    { id: 'help-desk', by: 'msp' },
  ]
  const [backup, desk] = both as [Engagement['offerings'][number], Engagement['offerings'][number]]

  test.each<readonly [string, Engagement['offerings'], readonly string[]]>([
    ['both sold', both, restore.duties.map(({ does }) => does)],
    ['backup alone', [backup], ['Restore and report']],
    ['the help desk alone', [desk], ['Restore alone']],
    ['the client does the backup itself', [{ ...backup, by: 'client' }, desk], ['Restore alone']],
    ['neither', [], ['Restore with nobody']],
  ])('%s', (_, offerings, does) => {
    const { duties, withoutOne, withoutOffering } = dividedWith(offerings)
    expect(duties.map((duty) => duty.does)).toEqual(does)
    expect([withoutOne, withoutOffering]).toEqual([undefined, undefined])
  })

  test('what it leaves is bound like the rest', () => {
    const [duty] = dividedWith([{ ...backup, by: 'night-soc' }]).duties
    expect(duty).toMatchObject({ party: 'night-soc', does: 'Restore and report' })
  })

  test('a variant that needs the missing one does not hold', () => {
    const variants = [{ ...alone('Restore from the vault', 'msp'), id: 'vault', when: 'in the vault' }]
    const chosen = { ...sampleEngagement, variants: { [row.id]: 'vault' } }
    const does = (offerings: Engagement['offerings']) =>
      find(
        compose({ ...chosen, offerings }, { ...sampleTemplate, activities: [{ ...row, variants }] }, twoFrameworks),
        row.id,
      ).duties.map((duty) => duty.does)
    expect([does([backup]), does([desk])]).toEqual([['Restore from the vault'], ['Restore alone']])
  })
})

test('a party that stands in for the MSP is named in evidence too, and its role is not the MSP’s', () => {
  const duty = {
    party: 'msp',
    offering: 'monitoring',
    role: 'MSP operations lead',
    does: 'Send the list',
    evidence: [{ what: 'list with the MSP’s own mark, sent by the MSP' }],
  }
  const watch = sampleTemplate.activities.find(({ id }) => id === 'night-watch')!
  const activity = { ...watch, accountable: 'msp', duties: [duty], handoff: undefined }
  const offerings = [{ id: 'monitoring', by: 'night-soc' }]
  const [bound] = find(
    compose({ ...sampleEngagement, offerings }, { ...sampleTemplate, activities: [activity] }, twoFrameworks),
    'night-watch',
  ).duties
  expect(bound).toMatchObject({ party: 'night-soc', role: 'operations lead' })
  expect(bound!.evidence![0]!.what).toMatch(/^list with the MSP’s own mark, sent by (?!the MSP)/)
})

describe('a situation that needs an offering elsewhere', () => {
  const situations = [{ id: 'hosted', title: 'Hosted', ask: 'Hosted?', elsewhere: 'monitoring' }]
  const does = (offerings: Engagement['offerings']) =>
    find(
      compose(
        { ...sampleEngagement, offerings, situations: ['hosted'] },
        { ...sampleTemplate, situations },
        twoFrameworks,
      ),
      'restore-test',
    ).duties.map((one) => one.does)

  test.each([
    ['holds where a further provider delivers it', 'night-soc', true],
    ['does not where the MSP does', 'msp', false],
    ['does not where the client does', 'client', false],
  ])('%s', (_, by, holds) => {
    const offerings = [
      { id: 'backup', by: 'msp' },
      { id: 'help-desk', by: 'msp' },
      { id: 'monitoring', by },
    ]
    expect(does(offerings).includes('Restore the database')).toBe(holds)
  })
})
