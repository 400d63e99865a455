// The certificate of a signed revision: who signed what, when and how strongly, who did not, and from when it holds.
import type { PartyId } from '../identifiers.ts'
import type { Matrix } from '../matrix.ts'
import { cellOf, plain } from '../paper/paper.ts'
import type { Block, Cell, Section } from '../paper/paper.ts'
import type { Locale, Subject } from '../rendition/rendition.ts'
import { isBeforeLastSignature, lastSignature } from '../rendition/sign-off.ts'
import type { SignOff } from '../rendition/sign-off.ts'
import { partyName } from '../views/view.ts'
import { partiesInOrder } from './party-order.ts'
import { sayMethod, sayTime } from './signature-words.ts'

/** Only for a signed revision. */
export function certificate({ matrix, rendition }: Subject): readonly Section[] {
  const { signOff, locale } = rendition
  if (signOff === undefined) return []
  const belongs = `This certificate belongs to one text only: the revision of “${matrix.title}” with the digest below.`
  return [
    {
      heading: 'Certificate',
      level: 1,
      orientation: 'portrait',
      newPage: true,
      blocks: [
        { kind: 'text', line: plain(belongs) },
        revisionFacts(matrix, signOff, locale),
        signaturesTable(matrix, signOff),
      ],
    },
  ]
}

const howToCheck =
  'Take the revision as it is (the file matrix.json, attached to the PDF of this Exhibit) and compute its SHA-256. It must equal the digest above and at the foot of each page.'

const retroactive =
  'The effective date lies before the last signature. Among those who signed, the revision governs from that date; it shows of no duty that it was known or carried out before it was signed.'

function revisionFacts(matrix: Matrix, signOff: SignOff, locale: Locale): Block {
  const effective = locale.sayDate(signOff.effective)
  return {
    kind: 'facts',
    caption: 'The revision',
    rows: [
      ['Engagement', cellOf(`${matrix.title} (${matrix.id})`)],
      ['SHA-256', cellOf(signOff.digest)],
      ['Effective', cellOf(isBeforeLastSignature(signOff) ? `${effective}\n${retroactive}` : effective)],
      ['Last signature', cellOf(sayTime(lastSignature(signOff)))],
      ['How to check', cellOf(howToCheck)],
    ],
  }
}

function signaturesTable(matrix: Matrix, { signatures }: SignOff): Block {
  const signed = new Set(signatures.map(({ party }) => party))
  const absent = partiesInOrder(matrix).filter(({ id }) => !signed.has(id))
  return {
    kind: 'table',
    caption: 'The signatures, as the sign-off states them; the program that made this page did not verify them',
    columns: [
      { title: 'Party', weight: 4 },
      { title: 'Signed by', weight: 4 },
      { title: 'When (UTC)', weight: 3 },
      { title: 'How', weight: 6 },
    ],
    groups: [
      {
        rows: [
          ...signatures.map((signature): readonly Cell[] => [
            cellOf(partyName(matrix, signature.party)),
            cellOf(`${signature.name}\n${signature.title}\n${signature.authority}`),
            cellOf(sayTime(signature.at)),
            cellOf(sayMethod(signature)),
          ]),
          ...absent.map(({ id, legalName }): readonly Cell[] => [
            cellOf(legalName),
            cellOf('nobody'),
            [],
            cellOf(`did not sign this revision\n${whatBinds(matrix, id)}`),
          ]),
        ],
      },
    ],
  }
}

/** Of a party that did not sign: 8.2. */
function whatBinds({ activities }: Matrix, party: PartyId): string {
  const duties = activities.flatMap((activity) => activity.duties).filter((duty) => duty.party === party)
  if (duties.length === 0) return 'It has no duty in this revision.'
  const resting = duties.filter(({ basis }) => basis !== undefined).length
  if (resting === duties.length) return 'Its duties bind it as far as the documents that they rest on do (8.2).'
  return `${resting === 0 ? 'Its duties are' : `${duties.length - resting} of its ${duties.length} duties are`} not confirmed (8.2).`
}
