// The redline: what changed between two revisions of one matrix, told like an amendment, reallocation first.
import type { Activity } from '../activity.ts'
import { compare } from '../compare.ts'
import type { Paper, Section } from '../paper/paper.ts'
import { shortDigest } from '../paper/short-digest.ts'
import { Refusal } from '../refusal.ts'
import type { Subject } from '../rendition/rendition.ts'
import { answersBlocks } from './answers.ts'
import { engagementChanges } from './engagement-section.ts'
import type { EngagementChanges } from './engagement-section.ts'
import { coverOf, digests, summarySection } from './front-page.ts'
import { placesIn } from './numbering.ts'
import { headingLines, orderLines, quietLines, quietSection } from './quiet.ts'
import { movesDigest } from './responsibility-digest.ts'
import { rowChange } from './row-change.ts'
import type { Gravity, RowChange } from './row-change.ts'
import { rowItem } from './row-item.ts'
import type { Item } from './row-item.ts'
import { inWords } from './side.ts'
import type { Side, Sides } from './side.ts'
import { ceilingChanges, standingChanges } from './standing-change.ts'
import { note, standingSection } from './standing-section.ts'
import { addedItem, removedItem } from './whole-row.ts'

interface Changes {
  readonly rows: readonly RowChange[]
  readonly added: readonly Activity[]
  readonly removed: readonly Activity[]
}

type Frame = Omit<Item, 'number'>
/** Given its number, or none where it has nothing to say. */
type Chapter = readonly [tells: boolean, write: (number: string) => readonly Section[]]

/** Both of one engagement; anything else is refused. */
export function redlineOf(before: Subject, after: Subject): Paper {
  refuseOthers(before, after)
  const sides = sidesOf(before, after)
  const changes = changesOf(before, after)
  const frame = { sides, places: placesIn(before, after) }
  const standings = standingChanges(before, after)
  const title = `Comparison of two revisions: ${after.matrix.title}`
  const isChanged = compare(before.matrix, after.matrix).length > 0
  const { added, removed } = changes
  const around = aroundRows(frame, (id) => after.context.frameworks.get(id)?.title ?? id)
  const counted = {
    ...changes,
    added: added.length,
    removed: removed.length,
    standings,
    ceilings: ceilingChanges(before, after),
    engagement: around.blocks.flatMap((block) => (block.kind === 'facts' ? [block.caption] : [])),
  }
  const chapters: readonly Chapter[] = [
    rowsChapter('responsibility', changes, frame),
    rowsChapter('timing', changes, frame),
    wholeChapter('Rows added', added, (activity, number) => addedItem(activity, { ...frame, number })),
    wholeChapter('Rows removed', removed, (activity, number) => removedItem(activity, { ...frame, number })),
    rowsChapter('wording', changes, frame),
    rowsChapter('citation', changes, frame),
    [standings.length > 0, (number) => [standingSection(number, standings)]],
    ...lastChapters(changes, frame, around),
  ]
  return {
    name: 'redline',
    title,
    language: 'en',
    cover: coverOf(before, after),
    ...(isChanged ? { contents: true as const } : {}),
    header: after.rendition.branding.name ?? after.matrix.title,
    footer: `Revision ${shortDigest(before.rendition.digest)} … to ${shortDigest(after.rendition.digest)} …`,
    date: after.rendition.date,
    sections: isChanged ? [summarySection(before, after, counted), ...numbered(chapters)] : [identical(before, after)],
  }
}

function refuseOthers({ matrix: a }: Subject, { matrix: b }: Subject): void {
  if (a.id !== b.id)
    throw new Refusal(
      'invalid',
      `these are matrices of two engagements, "${a.id}" and "${b.id}". Compare two revisions of one; if it was renamed, give both files the same id`,
    )
}

function sidesOf(before: Subject, after: Subject): Sides {
  const { sayDate } = after.rendition.locale
  const side = ({ matrix, context }: Subject): Side => ({
    matrix,
    sayDate,
    offeringName: (id) => context.offerings?.[id]?.title ?? inWords(id),
  })
  return { before: side(before), after: side(after) }
}

function changesOf({ matrix: a }: Subject, { matrix: b }: Subject): Changes {
  const changed = new Set(compare(a, b).flatMap(({ activity }) => activity ?? []))
  const [was, is] = [a, b].map(({ activities }) => new Map(activities.map((activity) => [activity.id, activity])))
  return {
    rows: b.activities
      .filter(({ id }) => changed.has(id) && was!.has(id))
      .map((activity) => rowChange(was!.get(activity.id)!, activity)),
    added: b.activities.filter(({ id }) => !was!.has(id)),
    removed: a.activities.filter(({ id }) => !is!.has(id)),
  }
}

const headings: Readonly<Record<Exclude<Gravity, 'quiet'>, string>> = {
  responsibility: 'Responsibility',
  timing: 'Time limits and cadences',
  wording: 'Wording',
  citation: 'Citations and scopes',
}

function rowsChapter(gravity: keyof typeof headings, { rows }: Changes, frame: Frame): Chapter {
  const told = rows.filter((row) => row.gravity === gravity)
  return [
    told.length > 0,
    (number) => {
      const items = told.map((change, index) => ({ change, number: `${number}.${index + 1}` }))
      const digest = gravity === 'responsibility' ? movesDigest(items, frame.sides) : []
      return [
        { number, heading: headings[gravity], level: 1, blocks: digest },
        ...items.map((item) => rowItem(item.change, { ...frame, number: item.number })),
      ]
    },
  ]
}

function wholeChapter(
  heading: string,
  rows: readonly Activity[],
  write: (activity: Activity, number: string) => Section,
): Chapter {
  return [
    rows.length > 0,
    (number) => [
      { number, heading, level: 1, blocks: [] },
      ...rows.map((activity, index) => write(activity, `${number}.${index + 1}`)),
    ],
  ]
}

function aroundRows({ sides, places }: Frame, titleOf: (framework: string) => string): EngagementChanges {
  const { blocks, reordered } = engagementChanges(sides, titleOf)
  return { blocks: [...blocks, ...answersBlocks(sides, places)], reordered }
}

function lastChapters({ rows }: Changes, frame: Frame, { blocks, reordered }: EngagementChanges): readonly Chapter[] {
  const { sides, places } = frame
  const quiet = [...headingLines(sides), ...rows.flatMap((row) => quietLines(row, sides))]
  const order = orderLines(sides, reordered)
  const heading = 'Parties, agreement, offerings, decisions and answers'
  return [
    [blocks.length > 0, (number) => [{ number, heading, level: 1, blocks }]],
    [quiet.length + order.length > 0, (number) => [quietSection(number, { quiet, order, places })]],
  ]
}

function numbered(chapters: readonly Chapter[]): readonly Section[] {
  return chapters.filter(([tells]) => tells).flatMap(([, write], index) => write(String(index + 1)))
}

function identical(before: Subject, after: Subject): Section {
  const equal = before.rendition.digest === after.rendition.digest
  return {
    heading: 'The texts are identical',
    level: 1,
    blocks: [
      note(
        equal
          ? 'Every row and every term of the two revisions is the same, and so are their digests.'
          : 'Every row and every term of the two revisions is the same. Their digests differ, so at least one of them does not name the text that was compared here.',
      ),
      digests(before, after),
    ],
  }
}
