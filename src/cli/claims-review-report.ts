// A review of claims as people read it: figures, the three lists, what is left to whom, what the client owns.
import type { Contradiction } from '../core/claims-review/contradiction.ts'
import { sayPlaceOf } from '../core/claims-review/held-claim.ts'
import type { LikelyVersion } from '../core/claims-review/likely-version.ts'
import type { VersionChange } from '../core/claims-review/newer-version.ts'
import type { RequirementReview } from '../core/claims-review/requirement-review.ts'
import type { Review, ReviewGround } from '../core/claims-review/review.ts'
import { speakerNamed } from '../core/claims-review/speaker.ts'
import { sayLeft } from './claims-accepted-report.ts'
import { countsByReason, figuresOf, ofKind } from '../core/claims-review/review-json.ts'
import type { Figures } from '../core/claims-review/review-json.ts'
import { sayList } from '../core/naming.ts'
import type { Terminal } from './terminal.ts'
import { hang } from './wrap.ts'

interface Setting {
  readonly terminal: Terminal
  /** of each list */
  readonly most: number
}

export function sayReview(found: Review, ground: ReviewGround, setting: Setting): string {
  const { terminal } = setting
  const figures = figuresOf(found)
  const nobodys = found.nobodys.map(
    ({ target, reasons }) =>
      `${hang('  ', `${target.objective.id} ${target.objective.summary} [${reasons.join(', ')}]`, terminal.width)}\n`,
  )
  return [
    `${terminal.style('bold', `Claims against ${ground.matrix.title}`)}\n`,
    ...found.files.map((file) => sayDocument(file, ground)),
    sayFigures(figures, found),
    list(`Nobody’s: open objectives that nobody has and no claim helps (${nobodys.length})`, nobodys, setting),
    sayBesides(found),
    sayContradictions('Two claim it', ofKind(found, 'two-claim-it'), setting),
    sayContradictions('Contradictions between documents', ofKind(found, 'between-documents'), setting),
    sayContradictions('Documents that contradict themselves', ofKind(found, 'own-document'), setting),
    sayContradictions('Documents against the matrix', ofKind(found, 'matrix'), setting),
    list(
      `Two versions of one document (${found.versions.length})`,
      found.versions.map((one) => sayVersion(one, terminal)),
      setting,
    ),
    list(
      `Changed since an earlier version was accepted (${found.changes.length})`,
      found.changes.map((change) => sayChange(change, terminal)),
      setting,
    ),
    list(
      `Left to others (${figures.residue}): somebody must take each`,
      found.requirements.flatMap((one) => sayResidue(one, terminal)),
      setting,
    ),
    list(
      'What the client still owns',
      found.requirements.flatMap((one) => sayOwned(one, setting)),
      setting,
    ),
    sayLeft(
      found.left.filter(({ kind }) => kind !== 'contradicted'),
      terminal,
      setting.most,
    ),
    '\nA claim counts for nothing until it is accepted: demarc claims accept. Settled is allocated, and not agreed, signed or implemented.\n',
  ].join('')
}

function sayDocument(
  { source, party, claims, issues, declined }: Review['files'][number],
  ground: ReviewGround,
): string {
  const { document, title, version, date } = source
  const speaker = speakerNamed(party, ground.matrix, ground.said)
  const who = speaker.id === null ? `no party of the matrix yet: --party "${party}=ID"` : `party ${speaker.id}`
  const facts = [title ?? document, version && `version ${version}`, date].filter(Boolean).join(', ')
  const unread =
    issues.length > 0
      ? `; ${issues.length} ${issues.length === 1 ? 'remark' : 'remarks'} on what was not read or is doubtful, listed in the file`
      : ''
  const why = declined === undefined ? '' : `; declined: ${declined}`
  return `  ${facts}: ${claims.length} ${claims.length === 1 ? 'claim' : 'claims'} by ${party} (${who})${unread}${why}\n`
}

function sayFigures(figures: Figures, found: Review): string {
  const left = Object.entries(figures.left).map(([kind, count]) => `${count} ${kind}`)
  const translated =
    figures.translated === 0
      ? ''
      : `  ${figures.translated} are translated from another framework’s controls: weaker, each only a part, never the whole of an objective\n`
  return [
    `\n  ${figures.acceptable} of ${figures.claims} claims can be accepted as they are, ${figures.accepted} are accepted already${left.length === 0 ? '' : `; not: ${left.join(', ')}`}\n`,
    translated,
    `  Open objectives now: ${found.open}. Accepting would settle ${figures.settles}${figures.settlesOnceAnswered === 0 ? '' : `, and ${figures.settlesOnceAnswered} more once a party answers for them (--accountable)`}\n`,
    figures.opens === 0
      ? ''
      : `  It would open ${figures.opens} that are settled now, until what the documents leave is taken\n`,
    figures.residue === 0
      ? ''
      : `  Left to others: ${figures.residue} duties${figures.unsaid === 0 ? '' : `; of ${figures.unsaid} the document does not say what the customer does`}\n`,
  ].join('')
}

function list(heading: string, entries: readonly string[], { terminal, most }: Setting): string {
  if (entries.length === 0) return ''
  const rest = entries.length > most ? `  … and ${entries.length - most} more (--all prints every one)\n` : ''
  return `\n${terminal.style('bold', heading)}\n${entries.slice(0, most).join('')}${rest}`
}

function sayContradictions(heading: string, found: readonly Contradiction[], setting: Setting): string {
  const { width } = setting.terminal
  const entries = found.map(({ refs, message, claims }) => {
    const sides = claims.slice(0, 6).map((held) => {
      const { ownership, text, customerMust } = held.claim
      const left = customerMust === undefined ? '' : ` The customer: “${customerMust}”`
      return `${hang('    ', `${sayPlaceOf(held)} (${held.speaker.name}), ${ownership}: ${text.trim() === '' ? 'a mark without words' : `“${text}”`}${left}`, width)}\n`
    })
    return `${hang('  ', `${refs.map((ref) => ref.slice(ref.indexOf(':') + 1)).join(', ')}: ${message}`, width)}\n${sides.join('')}`
  })
  return list(`${heading} (${found.length})`, entries, setting)
}

function sayResidue({ requirement, residue }: RequirementReview, { width }: Terminal): readonly string[] {
  return residue.map(
    ({ held, does, open }) =>
      `${hang('  ', `${requirement.id}: ${does} (${held.claim.at}${open ? '; open in the matrix' : ''})`, width)}\n`,
  )
}

/** By requirement: its duties in the matrix, and what documents leave until another party takes it. */
function sayOwned(
  { requirement, clientOwns, residue }: RequirementReview,
  { terminal, most }: Setting,
): readonly string[] {
  if (clientOwns.length + residue.length === 0) return []
  const rows = sayList([...new Set(clientOwns.map(({ activity }) => activity))], 4)
  const mine =
    clientOwns.length === 0 ? [] : [`${clientOwns.length} ${clientOwns.length === 1 ? 'duty' : 'duties'} in ${rows}`]
  const left = residue.length === 0 ? [] : [`${residue.length} left by documents, unless another party takes them`]
  const head = `${hang('  ', `${requirement.id} ${requirement.title}: ${sayList([...mine, ...left])}`, terminal.width)}\n`
  if (most !== Infinity) return [head]
  return [head, ...clientOwns.map(({ activity, does }) => `${hang('    ', `${activity}: ${does}`, terminal.width)}\n`)]
}

function sayBesides({ openBesides }: Review): string {
  if (openBesides.length === 0) return ''
  const reasons = sayList(countsByReason(openBesides).map(([reason, count]) => `${count} ${reason}`))
  return `\nOpen besides, though somebody has them: ${openBesides.length} (${reasons}; demarc gaps lists them)\n`
}

function sayVersion({ party, old, now, said, common, dropped }: LikelyVersion, { width }: Terminal): string {
  const both = `${common} ${common === 1 ? 'requirement' : 'requirements'}`
  const head = said
    ? `"${now}" takes the place of "${old}" (${party}), as you said`
    : `"${old}" and "${now}" are both by ${party} and speak of the same ${both}. If "${now}" is the newer version, say so: --newer "${old}=${now}". Then only it counts, the same words renew what rests on the older, and what changed is told`
  const rest = dropped.length === 0 ? '' : `. Only "${old}" speaks of ${sayList(dropped, 12)}`
  return `${hang('  ', `${head}${rest}`, width)}\n`
}

function sayChange({ kind, row, basis, before, after }: VersionChange, { width }: Terminal): string {
  const from = [basis.document, basis.version && `version ${basis.version}`, basis.date, basis.place]
    .filter(Boolean)
    .join(', ')
  const now =
    kind === 'gone'
      ? 'the file at hand does not speak of it'
      : kind === 'no-longer-acceptable'
        ? 'the file at hand says nothing there that could be accepted'
        : `now: ${after.join(' | ')}`
  return `${hang('  ', `${row.id}, accepted from ${from}`, width)}\n${hang('    ', `then: ${before.join(' | ')}`, width)}\n${hang('    ', now, width)}\n`
}
