// What whoever fills in the DoD results template must know besides its rows: about the providers named, and about what is open.
import type { PartyId } from '../../core/identifiers.ts'
import type { Matrix } from '../../core/matrix.ts'
import type { Party } from '../../core/party.ts'

export function remarksOnProviders(
  named: ReadonlySet<PartyId>,
  { parties }: Pick<Matrix, 'parties'>,
): readonly string[] {
  return parties
    .filter(({ id }) => named.has(id))
    .flatMap((party) => [
      ...(party.legalName.includes(';')
        ? [
            `ESP name: "${party.legalName}" holds a semicolon, which would part it in two, so a comma was entered instead.`,
          ]
        : []),
      ...(holdsProtected(party)
        ? []
        : [
            `ESP name: ${party.legalName} is named, but the matrix does not say that it holds CUI or security protection data. Only a provider on whose assets these are processed, stored or transmitted is an external service provider (32 CFR 170.4): state what it holds, or take its name out.`,
          ]),
    ])
}

export function remarksOnOpen(count: number): readonly string[] {
  if (count === 0) return []
  const what = count === 1 ? '1 objective is open and was' : `${count} objectives are open and were`
  return [`Requirement Objectives: ${what} entered as None; nothing is claimed until it is settled.`]
}

const protectedData = /\b(CUI|controlled unclassified information|SPD|security protection data)\b/i
const denied = /^(no|not|none|neither|never|without)\b/i

/** By its own list; "no CUI" is none. */
function holdsProtected({ holds = [] }: Party): boolean {
  return holds.some((item) => protectedData.test(item) && !denied.test(item.trim()))
}
