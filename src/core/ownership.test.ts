import { expect, test } from 'vitest'
import { dutyHolders, ownership } from './ownership.ts'
import { dutyWith } from './testing/sample-matrix.ts'

const msp = dutyWith({ party: 'msp' })
const client = dutyWith({ party: 'client' })
const soc = dutyWith({ party: 'night-soc' })
const nobody = dutyWith({ party: 'unassigned' })
const clientPays = dutyWith({ party: 'client', kind: 'pays' })

test.each([
  ['nobody has a duty', [], 'unassigned'],
  ['nobody has taken the duty', [nobody], 'unassigned'],
  ['the MSP has one', [msp], 'msp'],
  ['the MSP has two', [msp, msp], 'msp'],
  ['the client has one', [client], 'client'],
  ['an outside SOC has one', [soc], 'provider'],
  ['client and MSP have one each', [client, msp], 'shared'],
  ['MSP and SOC have one each', [msp, soc], 'shared'],
  ['the client pays for what the MSP does', [msp, clientPays], 'msp'],
  ['all that is known is who pays', [clientPays], 'client'],
  ['the client does a part and pays for another', [client, clientPays], 'client'],
  ['the second part is not taken', [msp, nobody], 'msp'],
])('ownership when %s', (_, duties, owner) => {
  expect(ownership({ duties })).toBe(owner)
})

test('holders are named once each, whether they do or pay, in the order of the duties', () => {
  expect(dutyHolders({ duties: [msp, nobody, clientPays, msp] })).toEqual(['msp', 'client'])
})
