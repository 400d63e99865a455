// What an editor shows beside each field of a matrix document.
type Words = Readonly<Record<string, string>>

export const noteOf = {
  document:
    'The shared responsibility matrix of one engagement. Without activities it is the engagement only: demarc new composes the matrix from it.',
  activity: 'One specific, assignable piece of work that serves objectives of one or more frameworks.',
  agreement:
    'The agreement under which the parties work: title, reference, effective date, boundary, and the system security plan (ssp) by title and version.',
  allocation: 'Who does what, together.',
  basis: 'What an accepted duty of a provider rests on.',
  cover: 'The objective that the activity serves: as a whole, or one declared part of it.',
  decision: 'A recorded choice. It stands when it gives a reason and names who decided and when.',
  duty: 'One party’s part of an activity.',
  evidence: 'An artefact, named and never uploaded. A plain text is its name.',
  framework: 'A framework that the engagement is assessed on, and whose assessment it is.',
  origin: 'The wording of a template that the activity came from.',
  party: 'Someone with duties.',
  placeholder: 'A question that the activity asks; its answer is a parameter.',
  review: 'When the matrix is looked through again.',
  scope: 'A system, site or tenant of the engagement. An objective is settled only if it is settled in each.',
  timing: 'The duty’s one clock: every; within … after; before … event; on; or keep … from.',
  variant: 'Another division, chosen under "variants" of the engagement.',
} as const satisfies Words

export type DefinitionName = Exclude<keyof typeof noteOf, 'document'>

export const fieldWords: Readonly<Partial<Record<DefinitionName | 'document', Words>>> = {
  document: {
    format: 'The format and its version.',
    id: 'A short name for this engagement, in lower-case letters, digits and hyphens.',
    title: 'As it stands on the cover.',
    frameworks: 'The frameworks of the engagement.',
    scopes: 'The systems, sites and tenants.',
    parties: 'The main MSP has the id "msp", its client "client".',
    offerings: 'What is bought, and from whom.',
    parameters: 'Answers to the questions in braces, by name.',
    decisions: 'What does not apply, what is accepted, which partial case is met.',
    situations: 'Facts about the client, apart from what it buys, that divide some rows in another customary way.',
    variants: 'By activity, which of its variants holds here.',
    topics: 'The headings under which the rows stand.',
    parts: 'The parts in which an objective is served; every part must be taken.',
    activities: 'The rows of the matrix. Left out, the document is an engagement.',
  },
  activity: {
    id: 'A short name that stays when the title changes.',
    covers: 'The objectives it serves: "cmmc-l2:PS.L2-3.9.2[b]", or { ref, part }.',
    accountable: 'The one party that answers for it.',
    duties: 'Who does which part. Empty: nobody.',
    handoff: 'How the parts meet when more than one party acts: what passes, from whom to whom, by when.',
    scopes: 'Where it is done, if not everywhere.',
    placeholders: 'The questions in braces that its texts ask.',
    withoutOffering: 'The division where nobody delivers the offering.',
    withoutOne: 'The division where this one of several offerings is missing.',
    notApplicable: 'Facts that leave objectives without anything to do, and what shows them. A decision must say so.',
    trap: 'What people get wrong here.',
    reviewed: 'Who read this wording for this client, and when.',
  },
  duty: {
    party: 'Whose duty it is; "unassigned" while nobody has taken it.',
    offering: 'The offering that delivers it.',
    kind: 'does (unless said otherwise) or pays.',
    does: 'What the party does, so that somebody could watch it being done.',
    role: 'Who at that party.',
    interviewee: 'Whom an assessor asks.',
    evidence: 'What shows that it was done.',
    source: 'Where the clock comes from: a law, the agreement, or "customary".',
    own: 'true where the duty is about the party itself: its own staff, its own notices.',
  },
  decision: {
    ref: 'The objective or requirement, with its framework.',
    part: 'Of an objective that is served in parts: the one that does not apply. The others still do.',
    scope: 'Where it holds, if not everywhere.',
    by: 'Who decided: a person.',
    basis: 'The document in which it was decided.',
  },
  evidence: {
    what: 'What it is.',
    from: 'The system it comes from.',
    keptAt: 'Where it is kept.',
    lastSeen: 'The day on which somebody last saw it.',
    sha256: 'Its SHA-256, in lower-case hexadecimal.',
  },
  framework: {
    id: 'cmmc-l2, hipaa, hipaa-breach or soc2.',
    categories: 'The further categories chosen, where the framework has them.',
    assessed: 'The party whose assessment it is.',
  },
  party: {
    kind: 'msp, client, or another provider.',
    class: 'Such as ESP or CSP.',
    holds: 'What it holds of the client’s: CUI, security protection data, ePHI, or neither.',
    because: 'Why that puts it in scope.',
  },
  placeholder: { ask: 'The question.', example: 'An answer that others gave.', default: 'The customary answer.' },
}
