// The head of an OSCAL document: title, version, the revision's own date, who takes part, what was signed.
import type { Matrix } from '../../core/matrix.ts'
import type { Party } from '../../core/party.ts'
import type { SignOff } from '../../core/rendition/sign-off.ts'
import { oneLine, paragraphs, prose } from './markup.ts'
import { filled, prop, propertyNamespace } from './property.ts'
import { providerRole, rolesUsedIn, signatoryRole } from './roles.ts'
import type { Setting } from './setting.ts'
import type { Prop } from './shapes.ts'

const oscalVersion = '1.2.2'

/** `body` is all else of the document: whatever role it names is declared. */
export function metadata(setting: Setting, title: string, body: unknown): Readonly<Record<string, unknown>> {
  const { matrix, rendition } = setting.subject
  const actions = signatures(setting)
  const used = rolesUsedIn([body, actions])
  return {
    title: prose(title),
    'last-modified': `${rendition.date}T00:00:00Z`,
    version: rendition.digest.slice(0, 12),
    'oscal-version': oscalVersion,
    props: [
      prop('matrix', matrix.id, 'The shared responsibility matrix that this document is written from.'),
      prop('revision-sha-256', rendition.digest, 'SHA-256 of the canonical bytes (RFC 8785) of that matrix.'),
      ...agreementProps(matrix),
    ],
    ...filled(
      'roles',
      [providerRole, signatoryRole, ...setting.roles.all].filter(({ id }) => used.has(id)),
    ),
    parties: matrix.parties.map((party) => partyOf(party, setting)),
    ...filled('actions', actions),
    remarks: paragraphs(
      'A matrix allocates work. Nothing in this document says that a control is implemented, assessed or authorized.',
      `Properties in the namespace ${propertyNamespace} are those of Demarc, which wrote this document.`,
    ),
  }
}

function agreementProps({ agreement, review }: Matrix): readonly Prop[] {
  const facts = [
    ['agreement', agreement.title],
    ['agreement-reference', agreement.reference],
    ['agreement-ssp', agreement.ssp],
    ['agreement-effective', agreement.effective],
    ['review-every', review.every],
    ['review-last', review.last],
    ['review-next', review.next],
  ] as const
  return facts.flatMap(([name, value]) => (value === undefined ? [] : prop(name, value)))
}

function partyOf({ id, kind, legalName, class: kindOf, holds, because }: Party, setting: Setting): object {
  return {
    uuid: setting.id('party', id),
    type: 'organization',
    name: oneLine(legalName),
    props: [
      prop('party', id),
      prop('kind', kind),
      ...(kindOf === undefined ? [] : [prop('class', kindOf)]),
      ...(holds ?? []).map((held) => prop('holds', held)),
    ],
    ...(because === undefined ? {} : { remarks: prose(because) }),
  }
}

const signed = {
  passkey: 'with a passkey',
  totp: 'with a one-time code',
  'email-link': 'by a link sent by e-mail',
  'pdf-signature': 'with a signature in the PDF',
  ink: 'in ink',
} as const satisfies Readonly<Record<SignOff['signatures'][number]['method'], string>>

/** Each signature on the revision is an approval of it. */
function signatures({ subject, id }: Setting): readonly object[] {
  const { signOff } = subject.rendition
  if (!signOff) return []
  return signOff.signatures.map(({ party, name, title, authority, at, method }) => ({
    uuid: id('signature', signOff.digest, party, name, at),
    date: at,
    type: 'approval',
    system: 'http://csrc.nist.gov/ns/oscal',
    'responsible-parties': [{ 'role-id': signatoryRole.id, 'party-uuids': [id('party', party)] }],
    remarks: prose(`Signed by ${name}, ${title} (${authority}), ${signed[method]}.`),
  }))
}
