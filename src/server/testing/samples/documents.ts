// Samples: documents of others brought in as claims, and workbooks that come back edited.
import { Workbook } from 'exceljs'
import { askExport } from '../../../usecases/ask-export.ts'
import { setImportAside } from '../../../usecases/change-import.ts'
import { ExportAsked } from '../../../usecases/export-asked.ts'
import { importDocument } from '../../../usecases/import-document.ts'
import { listImportClaims } from '../../../usecases/import-lists.ts'
import { readJobFile } from '../../../usecases/read-jobs.ts'
import type { Place } from '../walk-world.ts'
import { nothing } from './sample.ts'
import type { Samples } from './sample.ts'

const sheet = Buffer.from(
  'Safeguard,Responsibility,What we do\n164.312(b),Vendor,Keeps the log of the hosted application\n',
)
const document = { name: 'crm.csv', party: 'Brightledger Dental Systems, Inc.' }
const unseen = 'there is no such import'

export const documentSamples: Samples = {
  importDocument: () => ({ query: document, body: sheet }),
  listImports: nothing,
  readImport: async (place) => ({ params: await imported(place), unseen }),
  listImportClaims: async (place) => ({ params: await imported(place), query: { ownership: 'provider' }, unseen }),
  listImportIssues: async (place) => ({ params: await imported(place), unseen }),
  confirmMapping: async (place) => {
    const one = await made(place)
    return { params: { import: one.id }, body: { version: 1, mapping: one.file.mapping }, unseen }
  },
  readImportAgain: async (place) => ({ params: await imported(place), query: { version: '1' }, body: sheet, unseen }),
  setImportAside: async (place) => ({
    params: await imported(place),
    body: { version: 1, because: 'There is a newer one' },
    unseen,
  }),
  takeImportUp: async (place) => {
    const params = await imported(place)
    await setImportAside(place.owner, { id: params.import, version: 1 }, 'There is a newer one')
    return { params, body: { version: 2 }, unseen }
  },
  reviewClaims: async (place) => ({ body: { imports: [(await imported(place)).import] } }),
  readClaimsLists: () => ({ query: { list: 'contradictions' } }),
  acceptClaims: async (place) => {
    const { id } = await made(place)
    const { items } = await listImportClaims(place.owner, id, { limit: 1 })
    return { body: { version: 1, reason: 'Read with the vendor', imports: [id], at: [items[0]!.at] } }
  },

  readWorkbookChanges: async (place) => ({ body: await editedWorkbook(place) }),
  applyWorkbookChanges: async (place) => ({ query: { version: '1', take: 'all' }, body: await editedWorkbook(place) }),
}

async function imported(place: Place) {
  return { import: (await made(place)).id }
}

function made({ owner, engagement }: Place) {
  const { name, party } = document
  return importDocument(owner, engagement, { name, bytes: sheet, asked: { party } })
}

/** Of one text there is one workbook, whichever engagement holds it. */
const workbooks = new Map<string, Promise<Buffer>>()

function editedWorkbook(place: Place): Promise<Buffer> {
  const text = JSON.stringify(place.matrix)
  const book = workbooks.get(text) ?? edited(place)
  workbooks.set(text, book)
  return book
}

async function edited({ owner, engagement, matrix }: Place): Promise<Buffer> {
  const { id } = await askExport(owner, engagement, ExportAsked.parse({ what: 'matrix', format: 'xlsx' }))
  const { bytes } = await readJobFile(owner, id)
  const book = new Workbook()
  await book.xlsx.load(new Uint8Array(bytes).buffer)
  book.getWorksheet('Activities')!.eachRow((line) =>
    line.eachCell((cell) => {
      if (cell.value === matrix.activities[0]!.title) cell.value = 'As the client words it'
    }),
  )
  return Buffer.from(await book.xlsx.writeBuffer())
}
