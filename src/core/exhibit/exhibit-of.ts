// The exhibit: the matrix as the annex of a contract, from the title page to the signatures.
import type { Content } from '../rendition/content.ts'
import type { Subject } from '../rendition/rendition.ts'
import type { Cover, Paper, Section } from '../paper/paper.ts'
import { shortDigest } from '../paper/short-digest.ts'
import { capacityOf } from './capacity.ts'
import { clauseSections } from './clauses.ts'
import { chaptersOf, numbersOf } from './numbered-rows.ts'
import { partiesInOrder } from './party-order.ts'
import { partySections } from './party-sections.ts'
import { sayAgreement } from './say-agreement.ts'
import { activitiesSchedule } from './schedule-activities.ts'
import { answersSchedule } from './schedule-answers.ts'
import { decisionsSchedule } from './schedule-decisions.ts'
import { extractOf, countOpen, openShown } from './extract.ts'
import { rolesSchedule } from './schedule-roles.ts'
import { openSchedule } from './schedule-open.ts'
import { requirementsSchedule } from './schedule-requirements.ts'
import { timesSchedule } from './schedule-times.ts'
import { certificate } from './certificate.ts'
import { signaturePage } from './signing.ts'
import { standingOfText } from './standing-of-text.ts'
import type { TextStanding } from './standing-of-text.ts'

export const exhibitCarries = [
  'title',
  'parties',
  'offerings',
  'scopes',
  'agreement',
  'review',
  'decisions',
  'answers',
  'parts',
  'duties',
  'clocks',
  'sources',
  'roles',
  'bases',
  'claims',
  'evidence',
  'handoffs',
  'accountable',
  'citations',
  'questions',
  'conditions',
] as const satisfies readonly Content[]

const notForSignature = 'An extract is for reading and not for signature. The whole revision governs.'

const extractEnd: Section = {
  heading: 'End of the extract',
  level: 1,
  blocks: [{ kind: 'text', line: [{ text: notForSignature }] }],
}

export function exhibitOf(subject: Subject): Paper {
  const { matrix, rendition } = subject
  const standing = standingOfText(subject)
  const chapters = chaptersOf(subject)
  const numbers = numbersOf(chapters)
  const clauses = clauseSections(subject)
  const extract = extractOf(subject)
  return {
    name: 'exhibit',
    title: `Shared responsibility matrix: ${matrix.title}${extract === undefined ? '' : `. Extract: ${extract} only`}`,
    language: 'en',
    cover: coverOf(subject, standing),
    contents: true,
    ...(standing.draft === undefined ? {} : { draft: standing.draft }),
    header: `${rendition.branding.name ?? matrix.title}${extract === undefined ? '' : ` · Extract: ${extract} only`}`,
    footer: `SHA-256 ${rendition.digest}`,
    date: rendition.date,
    sections: [
      ...clauses
        .slice(0, 3)
        .map((section, index) => (index === 0 ? { ...section, orientation: 'portrait' as const } : section)),
      ...partySections(subject),
      ...clauses.slice(3),
      ...activitiesSchedule(subject, chapters),
      ...requirementsSchedule(subject, numbers),
      timesSchedule(subject, chapters),
      ...openSchedule(subject, chapters, numbers),
      decisionsSchedule(subject),
      ...answersSchedule(subject, chapters),
      rolesSchedule(subject, chapters),
      ...(extract === undefined ? [signaturePage(subject), ...certificate(subject)] : [extractEnd]),
    ],
  }
}

function coverOf(subject: Subject, standing: TextStanding): Cover {
  const { matrix, context, rendition } = subject
  const { locale, digest, signOff } = rendition
  const { effective, boundary, ssp } = matrix.agreement
  const extract = extractOf(subject)
  const onSignature =
    effective === undefined
      ? 'as the parties state in signing'
      : `as the parties state in signing, under an agreement effective ${locale.sayDate(effective)}`
  const notice = noticeOf(subject, standing)
  return {
    kicker: `Exhibit to ${sayAgreement(subject)}`,
    title: 'Shared Responsibility Matrix',
    subtitle:
      extract === undefined
        ? matrix.frameworks.map(({ id }) => context.frameworks.get(id)?.title ?? id).join(' · ')
        : `Extract: ${extract} only`,
    between: partiesInOrder(matrix).map((party) => ({
      capacity: capacityOf(party, matrix),
      legalName: party.legalName,
    })),
    facts: [
      ['Covers', matrix.scopes.map(({ title }) => title).join('; ')],
      ...(boundary === undefined ? [] : [['Boundary', boundary] as const]),
      ...(ssp === undefined ? [] : [['System security plan', ssp] as const]),
      ['Effective', signOff ? locale.sayDate(signOff.effective) : onSignature],
      ['Revision', `${shortDigest(digest)} …`],
      ['Status', `${extract === undefined ? '' : 'Extract of the revision: '}${standing.draft ?? 'Signed'}`],
    ],
    ...(notice === '' ? {} : { notice }),
  }
}

function noticeOf(subject: Subject, { open, signed, draft }: TextStanding): string {
  const extract = extractOf(subject)
  const shown = openShown(subject).length
  const rest = open - shown
  return [
    ...(extract === undefined ? [] : [notForSignature]),
    ...(shown === 0 ? [] : [`This text has gaps: Schedule D lists ${countOpen(shown)}.`]),
    ...(rest === 0 ? [] : [`The rest of the revision has ${countOpen(rest)}.`]),
    ...(draft === undefined ? [] : [signed ? boundWithGaps : bindsNobody]),
  ].join(' ')
}

const bindsNobody = 'It binds nobody until the MSP and the Client have signed the revision.'
const boundWithGaps =
  'The parties signed the revision with these gaps: it binds them for what it allocates, and allocates an open objective to nobody.'
