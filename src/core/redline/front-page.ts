// The front of a comparison: between whom, which two revisions, what the marks mean, and the change in figures.
import { same } from '../compare.ts'
import { capacityOf } from '../exhibit/capacity.ts'
import { partiesInOrder } from '../exhibit/party-order.ts'
import type { Block, Cell, Cover, Section } from '../paper/paper.ts'
import { shortDigest } from '../paper/short-digest.ts'
import type { Subject } from '../rendition/rendition.ts'
import { figures } from './figures.ts'
import type { Counted } from './figures.ts'
import { note } from './standing-section.ts'

export function coverOf(before: Subject, after: Subject): Cover {
  const { matrix } = after
  const reference = [matrix.agreement.title, matrix.agreement.reference].filter(Boolean).join(', reference ')
  return {
    kicker: 'Comparison of two revisions',
    title: 'Shared Responsibility Matrix',
    subtitle: matrix.title,
    between: partiesInOrder(matrix).map((party) => ({
      capacity: capacityOf(party, matrix),
      legalName: party.legalName,
    })),
    facts: [
      ...(reference === '' ? [] : [['Agreement', reference] as const]),
      ['Earlier revision', revisionLine(before)],
      ['Later revision', revisionLine(after)],
    ],
    notice: noticeOf(before, after),
  }
}

function noticeOf(before: Subject, after: Subject): string {
  if (same(before.matrix, after.matrix)) return 'The two texts are the same.'
  const binding =
    after.rendition.signOff === undefined
      ? 'The later revision binds the parties when they have signed it.'
      : 'What binds the parties is the later revision, which they signed.'
  return `Underlined text is new, and text that is struck through is removed. This comparison is for reading: it amends nothing by itself. ${binding}`
}

/** Whether a revision was signed is said only where its sign-off is known. */
function revisionLine({ matrix, rendition: { digest, signOff, locale } }: Subject): string {
  const { effective } = matrix.agreement
  const agreed = effective === undefined ? '' : `under the agreement effective ${locale.sayDate(effective)}`
  const day = signOff === undefined ? agreed : `signed, effective ${locale.sayDate(signOff.effective)}`
  return [`${shortDigest(digest)} …`, day].filter((text) => text !== '').join(', ')
}

export function summarySection(before: Subject, after: Subject, counted: Counted): Section {
  const rows = figures(counted)
  return {
    heading: 'Summary',
    level: 1,
    newPage: true,
    blocks: [
      legend,
      note(
        'Each row of the matrix stands once, under the first heading that fits it, with everything that changes in it. What the comparison does not show is the same in both revisions.',
      ),
      ...(rows.length === 0 ? [] : [{ kind: 'facts' as const, caption: 'The change in figures', rows }]),
      ...(counted.ceilings.length === 0 ? [] : [note(ceilingExplained)]),
      digests(before, after),
    ],
  }
}

const ceilingExplained =
  'The supported ceiling is the highest score that the allocation could support. It is no assessment score: that one scores what is implemented.'

const legend: Block = {
  kind: 'text',
  line: [
    { text: 'How to read it: ' },
    { text: 'underlined text is new', mark: 'inserted' },
    { text: ', and ' },
    { text: 'text that is struck through is removed', mark: 'deleted' },
    { text: '. Text without a mark stays as it was.' },
  ],
}

export function digests(before: Subject, after: Subject): Block {
  const line = ({ rendition }: Subject): Cell => [[{ text: rendition.digest }]]
  return {
    kind: 'facts',
    caption: 'The two revisions, each named by the SHA-256 of its canonical text',
    rows: [
      ['Earlier', line(before)],
      ['Later', line(after)],
    ],
  }
}
