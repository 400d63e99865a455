import { expect, test } from 'vitest'
import type { Activity } from '../activity.ts'
import type { Matrix } from '../matrix.ts'
import { engagementOf, readScenarios, sampleClocks } from '../testing/notice-scenario.ts'
import { checkDeadlineMismatch } from './deadline-mismatch.ts'

const inTime = readScenarios(`
  the gold row
  @ cmmc-l2:IR.L2-3.6.2[e]
  msp: Phone the client's incident officer with the signs and the machines hit | 4 hours after the MSP suspects an incident | customary
  client: Judge whether the DoD must hear of it, file at {DoD reporting site}, and inform the prime | 72 hours after discovery | DFARS 252.204-7012(c)
  msp: Store disk images and give them to the DoD on its request | keep 90 days | DFARS 252.204-7012(e)

  a chain inside the limit
  @ cmmc-l2:IR.L2-3.6.2[e]
  msp: Call the client | 4 hours after the first suspicion
  client: Report to DIBNet | 68 hours after the MSP's call

  the limit exactly
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 72 hours after discovery

  three calendar days
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to the DoD | 3 days after discovery

  a short chain of three
  @ cmmc-l2:IR.L2-3.6.2[e]
  soc: Alert the MSP | 1 hour after detection
  msp: Phone the client | 3 hours after the SOC's alert
  client: Report to DIBNet | 60 hours after the MSP's call

  retention longer than the limit
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 72 hours after discovery
  msp: Keep images that the DoD may ask for | keep 90 days

  a yearly exercise of the report
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 72 hours after discovery
  client: Send a test report to the DoD portal | every 12 months

  another duty with its own start
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 72 hours after discovery
  client: Hand the images to the DoD | 10 business days after the DoD asks

  an answer to the DoD
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 72 hours after discovery
  client: Send the images to the DoD | 10 business days after the DoD's notice

  another law in the same row
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 72 hours after discovery
  client: Send malicious software to the DoD Cyber Crime Center | 5 business days after it is found | DFARS 252.204-7012(d)

  a long technical report after a quick call
  @ cmmc-l2:IR.L2-3.6.2[e]
  msp: Phone the client | 4 hours after the first suspicion
  msp: Send a full technical report | 10 business days after the first suspicion
  client: Report to DIBNet | 60 hours after the MSP's call

  a report to management only
  @ cmmc-l2:IR.L2-3.6.2[f]
  msp: Send the client a summary | 10 business days after the incident is closed

  an insurer, whom no clock here concerns
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Tell the insurer | 10 business days after discovery

  letters counted from discovery beside the notice
  @ hipaa-breach:164.410(a)(1)
  msp: Notify the client of the breach | 3 days after discovery
  @ hipaa-breach:164.404(b)
  client: Mail letters to the people affected | 60 days after discovery | 45 CFR 164.404(b)

  letters that wait for the notice, in time
  @ hipaa-breach:164.410(a)(1)
  msp: Notify the client of the breach | 10 days after discovery
  @ hipaa-breach:164.404(b)
  client: Mail letters to the people affected | 50 days after the MSP's notice

  a contract time beside the legal outer limit
  @ hipaa-breach:164.410(a)(1)
  msp: Phone the client's privacy officer | 3 days after the MSP's discovery
  msp: Send the full notice | 60 days after the MSP's discovery | 45 CFR 164.410(b)
  client: Confirm in writing that the notice arrived | 1 business day after the notice arrives
  @ hipaa-breach:164.404(b)
  client: Mail letters to the people affected | 60 days after discovery

  a decision that leaves time
  @ hipaa-breach:164.402(2)
  client: Weigh the four factors and decide | 20 days after discovery
  @ hipaa-breach:164.404(b)
  client: Mail letters to affected patients | 40 days after the decision

  small breaches after the year
  @ hipaa-breach:164.408(c)
  client: File every small breach with HHS | 60 days after the end of the calendar year

  work on addresses
  @ hipaa-breach:164.404(b)
  client: Check the addresses of the people | 80 days after the list of people is complete
  client: Mail letters to the people | 60 days after discovery

  a web page kept for ninety days
  @ hipaa-breach:164.404(b)
  client: Mail letters to the people | 60 days after discovery
  client: Leave the notice to affected people on the home page | keep 90 days

  an unfilled time
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | {report time} after discovery
`)

const tooLate = readScenarios(`
  a business day before the 72 hours
  @ cmmc-l2:IR.L2-3.6.2[e]
  msp: Tell the client | 1 business day after the MSP suspects an incident
  client: Report to DIBNet | 72 hours after the MSP's notice
  ! 1 business day (up to 72 hours over a weekend) + 72 hours = up to 144 hours, but DFARS 252.204-7012(c) allows 72 hours from discovery

  four hours too many
  @ cmmc-l2:IR.L2-3.6.2[e]
  msp: Call the client | 4 hours after the first suspicion
  client: Report to DIBNet | 72 hours after the MSP's call
  ! 4 hours + 72 hours = 76 hours

  ninety-six hours
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 96 hours after discovery
  ! 96 hours, but DFARS

  three business days
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: File the report with the DoD | 3 business days after discovery
  ! 3 business days (up to 120 hours over a weekend)

  a notice that uses everything up
  @ cmmc-l2:IR.L2-3.6.2[e]
  msp: Notify the client | 5 business days after discovery
  client: Report to DIBNet | 72 hours after discovery | DFARS 252.204-7012(c)
  ! for this notice leaves nothing of the 72 hours

  such a notice in another row
  @ cmmc-l2:IR.L2-3.6.2[f]
  msp: Notify the client | 5 business days after discovery
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 72 hours after discovery
  ! for this notice leaves nothing of the 72 hours

  a chain over two rows
  @ cmmc-l2:IR.L2-3.6.2[f]
  msp: Notify the client | 24 hours after discovery
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 72 hours after the MSP's notice
  ! 24 hours + 72 hours = 96 hours

  a chain of three
  @ cmmc-l2:IR.L2-3.6.2[e]
  soc: Alert the MSP | 8 hours after detection
  msp: Phone the client | 8 hours after the SOC's alert
  client: Report to DIBNet | 60 hours after the MSP's call
  ! 8 hours + 8 hours + 60 hours = 76 hours

  a decision first
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Decide whether it is reportable | 24 hours after discovery
  client: Report to DIBNet | 72 hours after the decision
  ! 24 hours + 72 hours = 96 hours

  the time in the words
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet within 5 days of discovery
  ! 5 days, but DFARS

  the source alone, with its words explained
  @ soc2:CC7.4
  client: File it at the portal | 4 days after discovery | DFARS 252.204-7012(c); rapidly, as (a) defines it
  ! 4 days, but DFARS

  the whole requirement cited
  @ cmmc-l2:IR.L2-3.6.2
  client: Report to the DoD | 1 week after discovery
  ! 1 week, but DFARS

  letters after ninety days
  @ hipaa-breach:164.404(b)
  client: Mail letters to affected patients | 90 days after discovery
  ! 90 days, but 45 CFR 164.404(b) allows 60 days from discovery

  sixty business days
  @ hipaa-breach:164.404(b)
  client: Mail letters to affected patients | 60 business days after discovery
  ! 60 business days (up to 84 days over a weekend)

  sixty days twice
  @ hipaa-breach:164.410(a)(1)
  msp: Notify the client of the breach | 60 days after discovery
  @ hipaa-breach:164.404(b)
  client: Mail letters to affected patients | 60 days after the MSP's notice
  ! 60 days + 60 days = 120 days

  thirty and forty-five
  @ hipaa-breach:164.410(a)(1)
  msp: Notify the client of the breach | 30 days after discovery
  @ hipaa-breach:164.404(b)
  client: Mail letters to affected patients | 45 days after it receives the notice
  ! 30 days + 45 days = 75 days

  the whole sixty days at the associate
  @ hipaa-breach:164.410(a)(1)
  msp: Notify the client of the breach | 60 days after discovery
  @ hipaa-breach:164.404(b)
  client: Mail letters to affected patients | 60 days after discovery
  ! 60 days for this notice leaves nothing of the 60 days

  three parties over two rows
  @ hipaa-breach:164.410(b)
  soc: Notify the MSP | 5 days after discovery
  msp: Notify the client of the breach | 40 days after the SOC's notice
  @ hipaa-breach:164.404(b)
  client: Mail letters to affected patients | 30 days after the MSP's notice
  ! 5 days + 40 days + 30 days = 75 days

  three parties over three rows
  @ cmmc-l2:IR.L2-3.6.2[f]
  soc: Alert the MSP | 4 hours after detection
  @ cmmc-l2:IR.L2-3.6.2[f]
  msp: Notify the client | 48 hours after the SOC's alert
  @ cmmc-l2:IR.L2-3.6.2[e]
  client: Report to DIBNet | 48 hours after the MSP's notice
  ! 4 hours + 48 hours + 48 hours = 100 hours

  a decision in another row
  @ hipaa-breach:164.402(2)
  client: Weigh the four factors and decide | 20 days after discovery
  @ hipaa-breach:164.404(b)
  client: Mail letters to affected patients | 45 days after the decision
  ! 20 days + 45 days = 65 days

  an associate too late
  @ hipaa-breach:164.410(a)(1)
  msp: Notify the client of the breach | 90 days after discovery
  ! 90 days, but 45 CFR 164.410(b)

  the year and ninety days
  @ hipaa-breach:164.408(c)
  client: File small breaches with HHS | 90 days after the end of the year
  ! 90 days, but 45 CFR 164.408(c)
`)

function findings(activities: readonly Activity[], parameters?: Matrix['parameters']) {
  return checkDeadlineMismatch(engagementOf(activities, parameters), { frameworks: new Map(), clocks: sampleClocks })
}

test.each(inTime)('silent on $name', ({ activities }) => {
  expect(findings(activities)).toEqual([])
})

test.each(tooLate)('finds $name', ({ activities, expected }) => {
  const found = findings(activities)
  expect(found).toMatchObject([{ code: 'deadline-mismatch', severity: 'error' }])
  expect(found[0]!.message).toContain(expected)
})

const [late] = readScenarios(`
  a wait for the associate
  @ hipaa-breach:164.410(a)(1)
  msp: Notify the client of the breach | 10 days after discovery
  @ hipaa-breach:164.404(b)
  client: Mail letters to affected patients | 60 days after the MSP's notice
`)

test.each<[string, Matrix['parameters'], number]>([
  ['counts from the associate when nothing is said', {}, 1],
  ['counts from the associate when it is the agent', { "MSP is the client's agent": 'yes' }, 1],
  ['counts from the notice when it is not', { "MSP is the client's agent": 'No, an independent contractor' }, 0],
])('%s', (_, parameters, count) => {
  expect(findings(late!.activities, parameters)).toHaveLength(count)
})

test('reads a time from the parameters', () => {
  const asked = inTime.find(({ name }) => name === 'an unfilled time')!.activities
  expect(findings(asked, { 'report time': '96 hours' })).toHaveLength(1)
  expect(findings(asked, { 'report time': '72 hours' })).toEqual([])
})

test('names the place of the step that is too long', () => {
  expect(findings(late!.activities)).toMatchObject([{ activity: 'row-1', at: 'activities.row-1.duties[0].timing' }])
})

test('knows no limit without clocks', () => {
  expect(checkDeadlineMismatch(engagementOf(late!.activities), { frameworks: new Map() })).toEqual([])
})
