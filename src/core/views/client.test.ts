import { expect, test } from 'vitest'
import { coverage } from '../coverage.ts'
import { dutyWith, leaver, matrixOf, sampleContext } from '../testing/sample-matrix.ts'
import { clientView } from './client.ts'

const roles = { 'office manager': 'Whoever runs the premises', owner: 'The person who can bind the client' }
const duty = (role: string) => dutyWith({ party: 'client', role })

function shown(context: Parameters<typeof clientView>[0]['context']) {
  const matrix = matrixOf({ ...leaver, duties: [duty('owner'), duty('office manager'), duty('office manager')] })
  return clientView({ matrix, context, proof: coverage(matrix, context) })
}

test('the people meant by its roles stand first, the busiest on top', () => {
  const [first] = shown({ ...sampleContext, roles }).preface
  expect(first?.rows).toEqual([
    ['office manager', 'Whoever runs the premises', '2'],
    ['owner', 'The person who can bind the client', '1'],
  ])
})

test('a role that nobody explained is left out, and without any explanation there is no table', () => {
  const [first] = shown({ ...sampleContext, roles: { owner: roles.owner } }).preface
  expect(first?.rows).toEqual([['owner', roles.owner, '1']])
  expect(shown(sampleContext).preface).toEqual([])
})
