// Whose workbook a file is: edits count only against the very text that it was made from.
import { brief } from '../brief.ts'
import type { Issue } from '../issue.ts'
import type { Subject } from '../rendition/rendition.ts'
import { workbookFormat } from '../workbook/workbook-of.ts'
import type { RawWorkbook } from './raw-workbook.ts'

type Properties = RawWorkbook['properties']

/** The file's custom properties; where the program that saved it dropped them, what the hidden sheet says of them. */
export function identityOf({ properties, sheets }: RawWorkbook): Properties {
  if (properties['demarc-format'] !== undefined) return properties
  const hidden = sheets.find(({ name }) => name === '_demarc')
  const named = (hidden?.rows ?? []).flatMap(({ cells }) => {
    const [key = '', value = ''] = [cells.get('C')?.text, cells.get('D')?.text]
    return key.startsWith('demarc-') ? [[key, value] as const] : []
  })
  return Object.fromEntries(named)
}

/** Why nothing is read from it, and which file would do; undefined where it is this matrix's. */
export function strangerIssue(properties: Properties, { matrix, rendition }: Subject): Issue | undefined {
  const format = properties['demarc-format']
  if (format === undefined)
    return refuse(
      'it is not a workbook that Demarc wrote, or the program that saved it dropped its custom properties. This command reads back the edits of a file made by "demarc export --to xlsx"; export the matrix, make the changes there, and give that file',
    )
  const view = properties['demarc-view']
  if (view !== undefined)
    return refuse(
      `it is the view "${brief(view)}" of a matrix, and a view is not read back. Export the workbook, "demarc export --to xlsx" without --view, and make the changes there`,
    )
  if (format !== workbookFormat)
    return refuse(
      `it is of the format "${brief(format)}"; this Demarc reads ${workbookFormat}. Export the matrix again, or update Demarc`,
    )
  const of = properties['demarc-matrix'] ?? ''
  if (of !== matrix.id)
    return refuse(
      `it is the workbook of the matrix "${brief(of)}", and the matrix given is "${matrix.id}"; give the file of "${brief(of)}"`,
    )
  const digest = properties['demarc-digest'] ?? ''
  if (digest !== rendition.digest)
    return refuse(
      `it was made from another state of this matrix (SHA-256 ${brief(digest, 12)}, the file given is ${brief(rendition.digest, 12)}). Give the file that it was exported from, with -o for the edited matrix; then make those of its changes that still hold in a new export of this file. "demarc diff" of the two says where they differ; nothing merges them`,
    )
  const framework = properties['demarc-framework']
  if (framework !== undefined && !matrix.frameworks.some(({ id }) => id === framework))
    return refuse(`it is limited to the framework "${brief(framework)}", which this matrix does not have`)
  return undefined
}

function refuse(message: string): Issue {
  return { at: 'the workbook', message }
}
