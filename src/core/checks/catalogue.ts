// Every check, in the order of a reader's questions: who, how, what, when, on what ground.
import { checkChangedSinceSigned } from './changed-since-signed.ts'
import type { Check } from './check.ts'
import { checkDeadlineMismatch } from './deadline-mismatch.ts'
import { checkHandOffMissing } from './hand-off-missing.ts'
import { checkManyNotApplicable } from './many-not-applicable.ts'
import { checkMspOverload } from './msp-overload.ts'
import { checkNeverSigned } from './never-signed.ts'
import { checkNoAccountable } from './no-accountable.ts'
import { checkNoEvidence } from './no-evidence.ts'
import { checkNoOwner } from './no-owner.ts'
import { checkNotApplicableWithoutReason } from './not-applicable-without-reason.ts'
import { checkNotContracted } from './not-contracted.ts'
import { checkNotCustomised } from './not-customised.ts'
import { checkOpenEndedTiming } from './open-ended-timing.ts'
import { checkOtherEdition } from './other-edition.ts'
import { checkProviderUnproven } from './provider-unproven.ts'
import { checkReservedForClient } from './reserved-for-client.ts'
import { checkReviewOverdue } from './review-overdue.ts'
import { checkSameWordsForBoth } from './same-words-for-both.ts'
import { checkSharedWithoutSplit } from './shared-without-split.ts'
import { checkTooBroad } from './too-broad.ts'
import { checkTwoAccountables } from './two-accountables.ts'
import { checkUnaskedParameter } from './unasked-parameter.ts'
import { checkUnfilledPlaceholder } from './unfilled-placeholder.ts'
import { checkUnknownRequirement } from './unknown-requirement.ts'
import { checkVagueDuty } from './vague-duty.ts'
import { checkWrongCitation } from './wrong-citation.ts'

export const checks: readonly Check[] = [
  { code: 'no-owner', run: checkNoOwner },
  { code: 'no-accountable', run: checkNoAccountable },
  { code: 'two-accountables', run: checkTwoAccountables },
  { code: 'shared-without-split', run: checkSharedWithoutSplit },
  { code: 'same-words-for-both', run: checkSameWordsForBoth },
  { code: 'hand-off-missing', run: checkHandOffMissing },
  { code: 'vague-duty', run: checkVagueDuty },
  { code: 'open-ended-timing', run: checkOpenEndedTiming },
  { code: 'unfilled-placeholder', run: checkUnfilledPlaceholder },
  { code: 'unasked-parameter', run: checkUnaskedParameter },
  { code: 'too-broad', run: checkTooBroad },
  { code: 'not-customised', run: checkNotCustomised },
  { code: 'not-contracted', run: checkNotContracted },
  { code: 'reserved-for-client', run: checkReservedForClient },
  { code: 'msp-overload', run: checkMspOverload },
  { code: 'no-evidence', run: checkNoEvidence },
  { code: 'deadline-mismatch', run: checkDeadlineMismatch },
  { code: 'unknown-requirement', run: checkUnknownRequirement },
  { code: 'other-edition', run: checkOtherEdition },
  { code: 'wrong-citation', run: checkWrongCitation },
  { code: 'not-applicable-without-reason', run: checkNotApplicableWithoutReason },
  { code: 'many-not-applicable', run: checkManyNotApplicable },
  { code: 'provider-unproven', run: checkProviderUnproven },
  { code: 'never-signed', run: checkNeverSigned },
  { code: 'review-overdue', run: checkReviewOverdue },
  { code: 'changed-since-signed', run: checkChangedSinceSigned },
]
