import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import { leaver } from '../testing/sample-matrix.ts'
import { formChanges } from './form-change.ts'

const [notify, disable] = leaver.duties as readonly [Activity['duties'][number], Activity['duties'][number]]
const moved = ['Duties in another order']
const listed = ['Objectives or scopes in another order']
const written = ['Written in another way in the file']

test.each<readonly [string, Partial<Activity>, Partial<Activity>, readonly string[]]>([
  ['nothing', {}, {}, []],
  ['other words', {}, { title: 'Close a leaver’s accounts' }, []],
  ['the duties change places', {}, { duties: [disable, notify] }, moved],
  ['one duty more', {}, { duties: [{ ...notify, does: 'Collect the keys' }, notify, disable] }, []],
  ['the objectives change places', {}, { covers: leaver.covers.toReversed() }, listed],
  ['the scopes change places', { scopes: ['a', 'b'] }, { scopes: ['b', 'a'] }, listed],
  ['another objective', {}, { covers: ['sample:AC-2'] }, []],
  ['one who answers, as a list', {}, { accountable: ['client'] }, written],
  ['nobody answers, said or not', { accountable: 'unassigned' }, { accountable: undefined }, written],
  ['another answers', {}, { accountable: 'msp' }, []],
  ['"does" is said', {}, { duties: [notify, { ...disable, kind: 'does' }] }, written],
  [
    'no evidence, said or not',
    { duties: [{ ...notify, evidence: [] }] },
    { duties: [{ ...notify, evidence: undefined }] },
    written,
  ],
  ['it pays', {}, { duties: [notify, { ...disable, kind: 'pays' }] }, []],
])('%s', (_, before, after, expected) => {
  expect(formChanges({ ...leaver, ...before }, { ...leaver, ...after })).toEqual(expected)
})
