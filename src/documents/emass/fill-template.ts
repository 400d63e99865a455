// The DoD assessment results template, filled in: what is inherited and from whom, objective by objective, and the organization's name.
import type { ObjectiveCoverage } from '../../core/coverage.ts'
import type { PartyId } from '../../core/identifiers.ts'
import { inheritance, providerNames } from '../../core/views/inheritance.ts'
import { partyName } from '../../core/views/view.ts'
import type { Projection } from '../../core/views/view.ts'
import { Refusal } from '../../core/refusal.ts'
import type { Subject } from '../../core/rendition/rendition.ts'
import { openWorkbook } from './open-workbook.ts'
import { remarksOnOpen, remarksOnProviders } from './remarks.ts'
import { replaceParts } from './replace-parts.ts'
import { edited, textCell } from './sheet-xml.ts'
import type { Edit } from './sheet-xml.ts'
import { templateIn } from './template-sheets.ts'
import type { ObjectiveRow, Slot, Template } from './template-sheets.ts'

interface Filling {
  readonly edits: readonly { readonly path: string; readonly xml: string; readonly edits: readonly Edit[] }[]
  readonly remarks: readonly string[]
}

/**
 * A copy of the user's template. Only the cells of "Inherited" and "ESP Name", and the organization's name, change;
 * every other byte stays, and a cell that holds something already is left as it is. What the assessor finds is the assessor's to enter.
 */
export async function fillEmass(template: Uint8Array, subject: Subject): Promise<Uint8Array> {
  const { edits } = filling(template, subject)
  const encoder = new TextEncoder()
  const parts = new Map(edits.map(({ path, xml, edits: changes }) => [path, encoder.encode(edited(xml, changes))]))
  return Promise.resolve(replaceParts(template, parts))
}

/** What could not be entered, was left as it stood, or was cut: a sentence each. */
export function emassRemarks(template: Uint8Array, projection: Projection): readonly string[] {
  return filling(template, projection).remarks
}

function filling(bytes: Uint8Array, projection: Projection): Filling {
  const template = templateIn(openWorkbook(bytes))
  const objectives = objectivesFor(template, projection)
  const rows = template.objectives.rows.map((row) => fillRow(row, { objectives, template, projection }))
  const name = fillOrganization(objectives, { template, projection })
  const { sheet } = template.objectives
  const objectiveEdits = rows.flatMap(({ edits }) => edits)
  return {
    edits: [
      { path: sheet.path, xml: sheet.xml, edits: objectiveEdits },
      ...(template.organization === undefined || name.edits.length === 0
        ? []
        : [{ path: template.organization.sheet.path, xml: template.organization.sheet.xml, edits: name.edits }]),
    ].filter(({ edits }) => edits.length > 0),
    remarks: [
      ...name.remarks,
      ...rows.flatMap(({ remarks }) => remarks),
      ...missingRows(template, objectives),
      ...remarksOnProviders(new Set(rows.flatMap(({ named }) => named)), projection.matrix),
      ...remarksOnOpen(rows.filter(({ open }) => open).length),
    ],
  }
}

/** The template is for the framework whose objectives it numbers; nothing is matched by resemblance. */
function objectivesFor(template: Template, { proof, framework }: Projection): ReadonlyMap<string, ObjectiveCoverage> {
  const numbers = new Set(template.objectives.rows.map(({ objective }) => objective))
  const candidates = [...Map.groupBy(proof.objectives, ({ target }) => target.framework.id)]
    .filter(([id]) => framework === undefined || id === framework)
    .map(([, objectives]) => ({
      objectives,
      matching: objectives.filter(({ target }) => numbers.has(target.objective.id)).length,
    }))
    .toSorted((a, b) => b.matching - a.matching)
  const best = candidates[0]
  if (best === undefined || best.matching === 0)
    throw new Refusal('invalid', 'the template cannot be filled in from this matrix', [
      {
        at: 'Requirement Objectives',
        message: `none of its ${numbers.size} objective numbers (such as ${[...numbers][0] ?? 'none'}) is an objective of this matrix; the template is for a framework that this matrix does not choose`,
      },
    ])
  return new Map(best.objectives.map((objective) => [objective.target.objective.id, objective]))
}

interface Filled {
  readonly edits: readonly Edit[]
  readonly remarks: readonly string[]
}

interface FilledRow extends Filled {
  /** the providers that its cell names now */
  readonly named: readonly PartyId[]
  /** open in the matrix, and None for that reason */
  readonly open: boolean
}

interface Source {
  readonly template: Template
  readonly projection: Projection
}

function fillRow(
  row: ObjectiveRow,
  { objectives, template, projection }: Source & { readonly objectives: ReadonlyMap<string, ObjectiveCoverage> },
): FilledRow {
  const objective = objectives.get(row.objective)
  const at = `Requirement Objectives, row ${row.row}`
  if (objective === undefined)
    return left(`${at}: "${row.objective}" is no objective of this matrix, so the row was left empty.`)
  const { value, providers } = inheritance(objective, projection)
  const { text, remarks } = within(providerNames(providers, projection.matrix), {
    limit: template.limits.provider,
    at: `${at}, ESP name`,
  })
  if (!takes(row.inherited, value) || !takes(row.provider, text))
    return left(
      `${at}: ${row.objective} was filled in already and was left as it is; the matrix says ${value}${text === '' ? '' : ` (${text})`}.`,
    )
  return {
    edits: [...enter(row.inherited, value), ...enter(row.provider, text)],
    remarks,
    named: providers,
    open: objective.status === 'open',
  }
}

function left(text: string): FilledRow {
  return { ...remark(text), named: [], open: false }
}

function fillOrganization(
  objectives: ReadonlyMap<string, ObjectiveCoverage>,
  { template, projection }: Source,
): Filled {
  const [first] = objectives.values()
  const { frameworks } = projection.matrix
  const assessed = frameworks.find(({ id }) => id === first!.target.framework.id)!.assessed
  const name = oneLine(partyName(projection.matrix, assessed))
  if (template.organization === undefined)
    return remark('Assessment: no field "OSC Name" was found, so the organization’s name was not entered.')
  const { slot } = template.organization
  const { text, remarks } = within(name, { limit: template.limits.organization, at: 'Assessment, OSC Name' })
  if (!takes(slot, text))
    return remark(`Assessment, OSC Name: it was filled in already and was left as it is; the matrix says ${name}.`)
  return { edits: enter(slot, text), remarks }
}

function missingRows(template: Template, objectives: ReadonlyMap<string, ObjectiveCoverage>): readonly string[] {
  const numbers = new Set(template.objectives.rows.map(({ objective }) => objective))
  return [...objectives.keys()]
    .filter((id) => !numbers.has(id))
    .map((id) => `Requirement Objectives: the template has no row for ${id}.`)
}

/** It is empty, or says the same already. */
function takes({ text, formula }: Slot, wanted: string): boolean {
  return !formula && (text.trim() === '' || text.trim() === wanted)
}

function enter(slot: Slot, text: string): readonly Edit[] {
  return text === slot.text.trim() ? [] : [{ start: slot.start, end: slot.end, xml: textCell(slot, text) }]
}

function within(
  text: string,
  { limit, at }: { readonly limit: number; readonly at: string },
): { readonly text: string; readonly remarks: readonly string[] } {
  if (text.length <= limit) return { text, remarks: [] }
  const cut = `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
  return {
    text: cut,
    remarks: [`${at}: cut to the ${limit} characters that the template allows, from ${text.length}.`],
  }
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ')
}

function remark(text: string): Filled {
  return { edits: [], remarks: [text] }
}
