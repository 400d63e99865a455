// The words for a signature by each method: no more than the sign-off supports, and what it does not record said as absent.
import type { Signature } from '../rendition/sign-off.ts'

type Method = Signature['method']

/** On the line where one signs. */
export const signedBy: Readonly<Record<Method, string>> = {
  passkey: 'given with a passkey',
  totp: 'confirmed with a one-time code',
  'email-link': 'confirmed through an e-mail link',
  'pdf-signature': 'given in the PDF file',
  ink: 'given by hand on paper',
}

interface Wording {
  readonly how: string
  /** where no digest of what was signed is recorded; undefined: the method has none */
  readonly unrecorded?: string
}

const unrecorded =
  'No digest of a signed payload is recorded: that this revision was signed rests on the statement of the sign-off.'

const wordings: Readonly<Record<Method, Wording>> = {
  passkey: { how: 'given with a passkey', unrecorded },
  totp: { how: 'confirmed with a one-time code; attested by the operator of the service', unrecorded },
  'email-link': {
    how: 'confirmed through a fresh e-mail link; attested by the operator of the service',
    unrecorded,
  },
  'pdf-signature': { how: 'a digital signature in the PDF file that was signed; it is not in this copy' },
  ink: { how: 'signed by hand on paper; the signed paper is the original' },
}

/** In the certificate. */
export function sayMethod({ method, payload }: Signature): string {
  const { how, unrecorded: absent } = wordings[method]
  const recorded = payload === undefined ? absent : `Payload SHA-256 ${payload}`
  return recorded === undefined ? how : `${how}\n${recorded}`
}

/** 2026-11-23T16:05:00Z as 2026-11-23 16:05 UTC. */
export function sayTime(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
}
