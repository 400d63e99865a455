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
import { openSchedule } from './schedule-open.ts'
import { requirementsSchedule } from './schedule-requirements.ts'
import { timesSchedule } from './schedule-times.ts'
import { certificate, signaturePage } from './signing.ts'
import { standingOfText } from './standing-of-text.ts'
import type { TextStanding } from './standing-of-text.ts'

export const exhibitCarries = [
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
  'evidence',
  'handoffs',
  'accountable',
  'citations',
  'questions',
] as const satisfies readonly Content[]

const extract: Section = {
  heading: 'An extract',
  level: 1,
  orientation: 'portrait',
  blocks: [
    {
      kind: 'text',
      line: [{ text: 'This copy shows one framework only and is not for signature. The whole revision governs.' }],
    },
  ],
}

export function exhibitOf(subject: Subject): Paper {
  const { matrix, rendition } = subject
  const standing = standingOfText(subject)
  const chapters = chaptersOf(subject)
  const numbers = numbersOf(chapters)
  const clauses = clauseSections(subject)
  return {
    name: 'exhibit',
    title: `Shared responsibility matrix: ${matrix.title}`,
    language: 'en',
    cover: coverOf(subject, standing),
    contents: true,
    ...(standing.draft === undefined ? {} : { draft: standing.draft }),
    header: rendition.branding.name ?? matrix.title,
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
      ...(subject.framework === undefined ? [signaturePage(subject), ...certificate(subject)] : [extract]),
    ],
  }
}

function coverOf(subject: Subject, { open, signed, draft }: TextStanding): Cover {
  const { matrix, context, rendition, framework } = subject
  const { locale, digest, signOff } = rendition
  const chosen = matrix.frameworks.filter(({ id }) => framework === undefined || id === framework)
  const { effective, boundary } = matrix.agreement
  return {
    kicker: `Exhibit to ${sayAgreement(subject)}`,
    title: 'Shared Responsibility Matrix',
    subtitle: chosen.map(({ id }) => context.frameworks.get(id)?.title ?? id).join(' · '),
    between: partiesInOrder(matrix).map((party) => ({
      capacity: capacityOf(party, matrix),
      legalName: party.legalName,
    })),
    facts: [
      ['Covers', matrix.scopes.map(({ title }) => title).join('; ')],
      ...(boundary === undefined ? [] : [['Boundary', boundary] as const]),
      [
        'Effective',
        signOff
          ? locale.sayDate(signOff.effective)
          : effective === undefined
            ? 'on signature'
            : `on signature, under an agreement effective ${locale.sayDate(effective)}`,
      ],
      ['Revision', `${shortDigest(digest)} …`],
      ['Status', signed && open === 0 ? 'Signed' : (draft ?? 'Signed')],
    ],
    ...(draft === undefined
      ? {}
      : {
          notice:
            `${open > 0 ? `This text has gaps: Schedule D lists ${open === 1 ? 'one open objective' : `${open} open objectives`}. ` : ''}${signed ? 'The parties signed it with these gaps: it binds them for what it allocates, and allocates an open objective to nobody.' : 'It binds nobody until the MSP and the Client have signed it.'}`.trim(),
        }),
  }
}
