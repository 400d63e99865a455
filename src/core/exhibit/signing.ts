// Where the parties sign: one block for each who signed or may sign, and what their signatures cover.
import type { Matrix } from '../matrix.ts'
import type { Party } from '../party.ts'
import { plain } from '../paper/paper.ts'
import type { Section, Signer } from '../paper/paper.ts'
import type { Subject } from '../rendition/rendition.ts'
import type { Signature, SignOff } from '../rendition/sign-off.ts'
import { capacityOf } from './capacity.ts'
import { partiesInOrder } from './party-order.ts'
import { sayAgreement } from './say-agreement.ts'
import { sayTime, signedBy } from './signature-words.ts'

export function signaturePage(subject: Subject): Section {
  const { matrix, rendition } = subject
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
      ...effectiveLine(subject),
      { kind: 'signatures', signers: signersOf(matrix, rendition.signOff) },
    ],
  }
}

/** Left to be written in while nobody has signed; 8.1 says what holds when nothing is. */
function effectiveLine({ rendition: { signOff, locale } }: Subject): Section['blocks'] {
  const day = signOff === undefined ? '____________________' : locale.sayDate(signOff.effective)
  return [{ kind: 'text', line: [{ text: 'Effective date: ', mark: 'strong' }, { text: day }] }]
}

function signersOf(matrix: Matrix, signed: SignOff | undefined): readonly Signer[] {
  return partiesInOrder(matrix).flatMap((party): readonly Signer[] => {
    const given = signed?.signatures.filter((signature) => signature.party === party.id) ?? []
    if (given.length > 0) return given.map((signature) => signer(party, matrix, filled(signature)))
    return [signer(party, matrix, signed === undefined ? blank : [['Signature', 'did not sign this revision']])]
  })
}

function signer(party: Party, matrix: Matrix, lines: Signer['lines']): Signer {
  return { capacity: capacityOf(party, matrix), legalName: party.legalName, lines }
}

const blank: Signer['lines'] = ['Signature', 'Name', 'Title', 'Authority', 'Date'].map((label) => [label, ''])

function filled({ method, name, title, authority, at }: Signature): Signer['lines'] {
  return [
    ['Signature', signedBy[method]],
    ['Name', name],
    ['Title', title],
    ['Authority', authority],
    ['Date', sayTime(at)],
  ]
}
