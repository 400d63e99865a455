// What the MSP sells and what the library does with it: no MSP duty without an offering, no row lost when nobody delivers it.
import { describe, expect, test } from 'vitest'
import { divisions, duties, offeringIds, template } from './library/shipped.ts'

const places = (found: readonly { readonly at: string }[]) => found.map(({ at }) => at)

describe('the offerings', () => {
  test('are fourteen, each declared once and each delivering something', () => {
    expect(offeringIds).toHaveLength(14)
    expect(new Set(offeringIds).size).toBe(14)
    const used = new Set(duties.flatMap(({ duty }) => duty.offering ?? []))
    expect([...used].toSorted()).toEqual(offeringIds.toSorted())
  })

  test.each(template.offerings.map((offering) => [offering.id, offering] as const))(
    '%s says what it is not, and its sentence for the contract',
    (_, offering) => {
      expect(offering.delivers.length).toBeGreaterThan(40)
      expect(offering.doesNot.length).toBeGreaterThan(40)
      expect(offering.contract).toMatch(/^The MSP .*\.$/s)
    },
  )
})

describe('the duties', () => {
  test('are held by the MSP or the client; other parties come with an engagement', () => {
    expect(places(duties.filter(({ duty }) => !['msp', 'client'].includes(duty.party)))).toEqual([])
  })

  test('of the MSP name the offering that delivers them, or concern the MSP itself', () => {
    expect(
      places(
        duties.filter(({ duty }) => duty.party === 'msp' && (duty.offering === undefined) !== (duty.own === true)),
      ),
    ).toEqual([])
  })

  test('of the client name no offering', () => {
    expect(places(duties.filter(({ duty }) => duty.party === 'client' && duty.offering !== undefined))).toEqual([])
  })
})

describe('without its offering', () => {
  const without = divisions.filter(({ way }) => way === 'withoutOffering')
  const partyDuties = duties.filter(({ division }) => division.way === 'withoutOffering')

  test('every activity that has one says what happens', () => {
    const silent = template.activities.filter(({ duties: sold, withoutOffering }) => {
      return sold.some(({ offering }) => offering !== undefined) !== (withoutOffering !== undefined)
    })
    expect(silent.map(({ id }) => id)).toEqual([])
  })

  test('an activity rests on the client, and on the MSP only about itself', () => {
    expect(places(without.filter(({ allocation }) => allocation.accountable !== 'client'))).toEqual([])
    expect(
      places(partyDuties.filter(({ duty }) => duty.offering !== undefined || (duty.party === 'msp' && !duty.own))),
    ).toEqual([])
  })

  test('nobody is told that the MSP acts, where it has no duty of its own', () => {
    const acting =
      /\bMSP (?:[a-z]+s|will|must|may|can)\b|\bby the MSP\b|\b(?:the|an) MSP(?:'s)? (?:ticket|service desk|portal)\b/
    const told = without.filter(({ allocation }) => {
      return !allocation.duties.some(({ party }) => party === 'msp') && acting.test(JSON.stringify(allocation))
    })
    expect(places(told)).toEqual([])
  })
})
