// Where the parties sign; and for a signed revision, the certificate that says who signed what, when and how strongly.
import type { Matrix } from '../matrix.ts'
import { cellOf, plain } from '../paper/paper.ts'
import type { Block, Section, Signer } from '../paper/paper.ts'
import type { Locale, Subject } from '../rendition/rendition.ts'
import type { SignOff } from '../rendition/sign-off.ts'
import { partyName } from '../views/view.ts'
import { capacityOf } from './capacity.ts'
import { partiesInOrder } from './party-order.ts'
import { sayAgreement } from './say-agreement.ts'

export function signaturePage(subject: Subject): Section {
  const { matrix, rendition } = subject
  const signed = rendition.signOff
  return {
    heading: 'Signatures',
    level: 1,
    orientation: 'portrait',
    newPage: true,
    blocks: [
      {
        kind: 'text',
        line: plain(
          `Each person who signs has authority to bind the party named, and agrees to this Exhibit and to the allocation in the revision with the SHA-256 digest ${rendition.digest}, as an exhibit to ${sayAgreement(subject)}.`,
        ),
      },
      {
        kind: 'text',
        style: 'note',
        line: plain(
          'The MSP and the Client sign. A Further Provider signs, or the document that its rows rest on stands for it. A change to the record makes another revision, which these signatures do not cover; a change of other words in this copy does not show in the digest.',
        ),
      },
      { kind: 'signatures', signers: signersOf(matrix, signed) },
    ],
  }
}

function signersOf(matrix: Matrix, signed: SignOff | undefined): readonly Signer[] {
  return partiesInOrder(matrix).map((party) => {
    const signature = signed?.signatures.find((given) => given.party === party.id)
    const lines: Signer['lines'] = [
      ['Signature', signature === undefined ? '' : methodWords[signature.method]],
      ['Name', signature?.name ?? ''],
      ['Title', signature?.title ?? ''],
      ['Authority', signature?.authority ?? ''],
      ['Date', signature === undefined ? '' : sayTime(signature.at)],
    ]
    const absent = signed !== undefined && signature === undefined
    return {
      capacity: capacityOf(party, matrix),
      legalName: party.legalName,
      lines: absent ? [['Signature', 'did not sign this revision']] : lines,
    }
  })
}

const methodWords: Readonly<Record<SignOff['signatures'][number]['method'], string>> = {
  passkey: 'signed with a passkey over the digest of this revision',
  totp: 'confirmed with a one-time code; attested by the operator of the service',
  'email-link': 'confirmed through a fresh e-mail link; attested by the operator of the service',
  'pdf-signature': 'signed in the PDF',
  ink: 'signed by hand on paper',
}

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

function revisionFacts(matrix: Matrix, { digest, effective, signatures }: SignOff, locale: Locale): Block {
  const last = signatures
    .map(({ at }) => at)
    .toSorted()
    .at(-1)!
  return {
    kind: 'facts',
    caption: 'The revision',
    rows: [
      ['Engagement', cellOf(`${matrix.title} (${matrix.id})`)],
      ['SHA-256', cellOf(digest)],
      ['Effective', cellOf(locale.sayDate(effective))],
      ['Last signature', cellOf(sayTime(last))],
      ['How to check', cellOf(howToCheck)],
    ],
  }
}

function signaturesTable(matrix: Matrix, { signatures }: SignOff): Block {
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
        rows: signatures.map(({ party, name, title, authority, at, method, payload }) => [
          cellOf(partyName(matrix, party)),
          cellOf(`${name}\n${title}\n${authority}`),
          cellOf(sayTime(at)),
          cellOf(
            `${methodWords[method]}\n${payload === undefined ? 'no digest of a signed payload' : `payload SHA-256 ${payload}`}`,
          ),
        ]),
      },
    ],
  }
}

/** 2026-11-23T16:05:00Z as 2026-11-23 16:05 UTC. */
function sayTime(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
}
