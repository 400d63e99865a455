// What is known of the history of this revision: its digest, its dates, who signed it and who read which row.
import type { SignOff } from '../rendition/sign-off.ts'
import type { Subject } from '../rendition/rendition.ts'
import { sayTitle } from '../views/say-duty.ts'
import { activitiesOf } from '../views/srm.ts'
import { lines } from './cells.ts'
import { partyLabel } from './party-label.ts'
import { rowIds } from './row-id.ts'
import type { Sheet } from './workbook.ts'

interface Event {
  readonly date: string
  readonly what: string
  readonly about?: string
  readonly who?: string
  readonly reference?: string
}

const methods = {
  passkey: 'passkey',
  totp: 'one-time code',
  'email-link': 'link sent by e-mail',
  'pdf-signature': 'signature in the PDF',
  ink: 'ink on paper',
} as const satisfies Record<SignOff['signatures'][number]['method'], string>

export function changeLogSheet(subject: Subject): Sheet {
  const { rendition } = subject
  const dated = [...agreementEvents(subject), ...signOffEvents(subject), ...readings(subject)]
  const events: readonly Event[] = [
    { date: '', what: 'This revision', reference: rendition.digest },
    ...dated.toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date))),
  ]
  return {
    name: 'Change log',
    note: 'What is known about this revision: its dates, its signatures, and who has read which row. This file holds one revision; earlier revisions, and what changed since, are not in it.',
    orientation: 'landscape',
    columns: [
      { key: 'date', title: 'Date', width: 22 },
      { key: 'what', title: 'What', width: 30 },
      { key: 'about', title: 'About', width: 46 },
      { key: 'who', title: 'Who', width: 40 },
      { key: 'reference', title: 'Reference or digest (SHA-256)', width: 66 },
    ],
    rows: events.map(({ date, what, about = '', who = '', reference = '' }, index) => ({
      id: rowIds.log(index),
      cells: { date, what, about: lines(about), who: lines(who), reference: lines(reference) },
    })),
  }
}

function agreementEvents({ matrix: { agreement, review } }: Subject): readonly Event[] {
  const about = agreement.title ?? ''
  const every = review.every === undefined ? '' : `every ${review.every}`
  return [
    ...(agreement.effective === undefined
      ? []
      : [{ date: agreement.effective, what: 'Agreement takes effect', about, reference: agreement.reference ?? '' }]),
    ...(review.last === undefined ? [] : [{ date: review.last, what: 'Last review', about: every }]),
    ...(review.next === undefined ? [] : [{ date: review.next, what: 'Next review due', about: every }]),
  ]
}

function signOffEvents({ matrix, rendition: { signOff } }: Subject): readonly Event[] {
  if (signOff === undefined) return []
  const signatures = signOff.signatures.map(({ party, name, title, authority, at, method, payload }) => ({
    date: at,
    what: `Signed (${methods[method]})`,
    about: `for ${partyLabel(matrix, party)}; authority: ${authority}`,
    who: `${name}, ${title}`,
    reference: payload ?? signOff.digest,
  }))
  return [...signatures, { date: signOff.effective, what: 'This revision takes effect', reference: signOff.digest }]
}

function readings(subject: Subject): readonly Event[] {
  return activitiesOf(subject).flatMap((activity) =>
    activity.reviewed === undefined
      ? []
      : [
          {
            date: activity.reviewed.date,
            what: 'Row read and confirmed',
            about: sayTitle(activity, subject.matrix),
            who: activity.reviewed.by,
          },
        ],
  )
}
