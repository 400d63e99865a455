// The quality gates: the shipped library passes each, and each sees the fault that it is there for.
import { describe, expect, test } from 'vitest'
import type { Activity } from '../src/core/activity.ts'
import type { Duty } from '../src/core/duty.ts'
import { gates } from '../tools/library/gates.ts'
import { libraryOf } from '../tools/library/library.ts'
import { library, template } from './library/shipped.ts'

const gate = (id: string) => gates.find((one) => one.id === id)!

describe('the library passes', () => {
  test.each(gates.map((one) => [one.id, one] as const))('%s', (_, { look }) => {
    const { looked, faults, skipped } = look(library)
    if (skipped !== undefined) console.warn(`Skipped: ${skipped}`)
    expect(faults).toEqual([])
    expect(looked).toBeGreaterThan(skipped === undefined ? 100 : -1)
  })
})

/** A row of the library that an offering delivers, with duties of both sides. */
const sound = template.activities.find(({ id }) => id === 'leaver-access-removal')!
const changed = (activity: Activity) =>
  libraryOf({ ...template, activities: template.activities.map((one) => (one.id === activity.id ? activity : one)) })
const withDuty = (change: Partial<Duty>, party = 'client'): Activity => {
  const at = sound.duties.findIndex((duty) => duty.party === party)
  return { ...sound, duties: sound.duties.map((duty, index) => (index === at ? { ...duty, ...change } : duty)) }
}
const exempting = (because: string, ref = 'cmmc-l2:AC.L2-3.1.1[a]'): Activity => ({
  ...sound,
  covers: ['cmmc-l2:AC.L2-3.1.1[a]'],
  notApplicable: [{ refs: [ref], because, evidence: [{ what: 'radio survey' }] }],
})
const division = { accountable: 'client', duties: sound.duties.slice(0, 1), handoff: undefined }
const legalese =
  'Notwithstanding applicable regulatory obligations, authorize organizational representatives to administer implementation responsibilities.'

describe('a planted fault is seen', () => {
  test.each<readonly [gate: string, fault: string, activity: Activity]>([
    ['title', 'too short', { ...sound, title: 'Access control' }],
    ['accountable', 'exactly one', { ...sound, accountable: ['msp', 'client'] }],
    ['accountable', 'without a duty', { ...sound, accountable: 'soc' }],
    ['accountable', 'the client is accountable', { ...sound, withoutOffering: { ...division, accountable: 'msp' } }],
    ['hand-off', 'is missing', { ...sound, handoff: undefined }],
    ['hand-off', 'says how the duties meet', { ...sound, handoff: 'Both participate.' }],
    [
      'hand-off',
      'one party acts',
      { ...sound, withoutOffering: { ...division, handoff: 'The client acts in a day.' } },
    ],
    ['without-one', 'is no part of this row', { ...sound, withoutOne: { hosting: division } }],
    ['without-offering', 'withoutOffering is missing', { ...sound, withoutOffering: undefined }],
    ['voice', '"your"', withDuty({ does: 'Tell your service desk who leaves' })],
    ['voice', '"security officer"', { ...sound, handoff: 'The security officer answers in 1 day.' }],
    ['size', '9 duties', { ...sound, duties: Array.from({ length: 9 }, () => sound.duties[0]!) }],
    ['questions', '{nobody} is not declared', withDuty({ does: 'Tell {nobody} who leaves' })],
    [
      'questions',
      'is not used',
      { ...sound, placeholders: { ...sound.placeholders, spare: { ask: 'What?', example: 'x' } } },
    ],
    ['not-applicable', 'not covered here', exempting('No site has a wireless network.', 'cmmc-l2:AC.L2-3.1.1[b]')],
    ['not-applicable', 'says nothing', exempting('N/A')],
    ['not-applicable', 'does not say why', exempting('Too expensive.')],
    ['not-applicable', 'no exemption', { ...sound, appliesWhen: 'The client holds a contract' }],
    ['variant', '"moon" is no situation', { ...sound, variants: [{ ...division, id: 'moon', when: 'On the moon' }] }],
    ['variant', 'no duty of its own', { ...sound, variants: [{ ...division, id: 'gcc-high', when: 'In GCC High' }] }],
    ['trap', 'no trap', { ...sound, trap: undefined }],
    ['vague', '"as needed"', withDuty({ does: 'Tell the service desk as needed' })],
    ['clock', 'no timing', withDuty({ timing: undefined })],
    ['clock', 'is no figure', withDuty({ timing: { within: 'soon', after: 'the notice' } })],
    ['source', 'has no source', withDuty({ source: undefined })],
    ['source', 'is no source', withDuty({ source: 'industry standard' })],
    [
      'legal-limit',
      'is later than',
      withDuty({ timing: { within: '61 days', after: 'discovery' }, source: '45 CFR 164.404(b)' }),
    ],
    ['evidence', 'no artefact', withDuty({ evidence: [{ what: 'none' }] })],
    ['role', '"wizard" is no role of the client', withDuty({ role: 'wizard' })],
    ['delivered', 'not neither', withDuty({ offering: undefined }, 'msp')],
    ['delivered', 'there is no offering', withDuty({ offering: 'magic' }, 'msp')],
    ['delivered', 'names an offering', withDuty({ offering: 'hosting' })],
    ['reading-grade', 'grade', withDuty({ does: legalese })],
    ['near-duplicate', 'share', { ...template.activities[0]!, id: sound.id, topic: sound.topic }],
    ['own-sentence', 'say the same', { ...sound, duties: template.activities[0]!.duties }],
    [
      'one-question',
      'asks "What?',
      { ...sound, placeholders: { ...sound.placeholders, 'request channel': { ask: 'What?' } } },
    ],
    ['allotment', 'is taken by nobody', { ...sound, covers: [] }],
    ['own-checks', 'no-evidence', withDuty({ evidence: [] })],
  ])('by %s: %s', (id, fault, activity) => {
    expect(gate(id).look(changed(activity)).faults.join('\n')).toContain(fault)
  })

  test.each([
    ['is no objective', { refs: ['soc2:CC9.9'] }],
    ['is claimed twice', { refs: [...library.profiles[0]!.claims[1]!.refs] }],
    ['"as needed"', { does: 'Reviews the logs as needed' }],
    ["is the client's by law", { does: "Approves the client's security policy" }],
  ])('by profile: %s', (fault, change) => {
    const [profile] = library.profiles
    const [first, second, ...others] = profile!.claims
    const claims = [first!, second!, { ...others[0]!, ...change }]
    const { faults } = gate('profile').look({ ...library, profiles: [{ ...profile!, claims }] })
    expect(faults.join('\n')).toContain(fault)
  })
})
