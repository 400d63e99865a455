// Other people's documents: brought in, understood, corrected, set aside.
import { z } from 'zod'
import { Claim } from '../../core/claims/claim.ts'
import { Mapping } from '../../core/mapping/mapping.ts'
import { PageQuery, pageOf } from '../../core/page.ts'
import { EngagementId, ImportId, TenantId, UserId } from '../../core/record-id.ts'
import { CalendarDate, lineUpTo, longest, Note, Title } from '../../core/text.ts'
import { confirmMapping, readImportAgain, setImportAside, takeImportUp } from '../../usecases/change-import.ts'
import { importDocument } from '../../usecases/import-document.ts'
import { ClaimsWanted, listImportClaims, listImportIssues } from '../../usecases/import-lists.ts'
import { listImports, openImport } from '../../usecases/read-imports.ts'
import { route } from '../route.ts'

const params = z.strictObject({ tenant: TenantId, engagement: EngagementId })
const ofImport = z.strictObject({ tenant: TenantId, import: ImportId })
const path = '/api/tenants/{tenant}/imports/{import}' as const
const version = z.int().min(1).meta({ description: 'the version of the import that you saw' })

const asked = {
  party: Title.meta({ description: 'whose document it is, as it names itself', example: 'Acme Cloud' }),
  side: z
    .enum(['msp', 'provider'])
    .optional()
    .meta({ description: 'what that party is; a provider unless you say msp' }),
  title: Title.optional().meta({ description: 'its title, over what the file says' }),
  version: Title.optional().meta({ description: 'its version, over what the file says' }),
  date: CalendarDate.optional().meta({ description: 'its date, over what the file says' }),
}

const ImportBody = z
  .object({
    id: ImportId,
    engagement: EngagementId,
    name: z.string(),
    asked: z.strictObject(asked),
    sha256: z.string(),
    version: z.int(),
    state: z
      .enum(['open', 'corrected', 'accepted', 'set-aside'])
      .meta({ description: 'corrected: its columns are understood otherwise now, and it waits to be sent again' }),
    summary: z.strictObject({
      claims: z.int(),
      issues: z.int(),
      title: z.string().optional(),
      documentVersion: z.string().optional(),
      date: z.string().optional(),
      declined: z.string().optional().meta({ description: 'why nothing of it was read' }),
    }),
    madeAt: z.iso.datetime(),
    madeBy: UserId,
  })
  .describe('A document that was read into claims; the document itself is not kept')

const WholeBody = ImportBody.extend({
  file: z
    .object({
      mapping: Mapping.optional().meta({ description: 'how its columns and words were understood' }),
      declined: z.string().optional(),
    })
    .describe('What it says, as `demarc import` writes it; its claims and issues are lists of their own'),
}).meta({ id: 'Import' })

export const importRoutes = [
  route({
    name: 'importDocument',
    method: 'POST',
    path: '/api/tenants/{tenant}/engagements/{engagement}/imports',
    summary: 'Bring in somebody’s document, of 100,000 rows at most, as claims to confirm',
    action: 'claims.import',
    params,
    query: z.strictObject({ name: lineUpTo(longest.file).meta({ description: 'the file’s name' }), ...asked }),
    takes: 'bytes',
    body: z.instanceof(Uint8Array),
    answers: { status: 201, says: 'how the document was understood, and how many claims it makes', body: WholeBody },
    run: async (ctx, { params: { tenant, engagement }, query: { name, ...said }, body }) => {
      const one = await importDocument(ctx, engagement, { name, bytes: body, asked: said })
      return { body: one, location: `/api/tenants/${tenant}/imports/${one.id}` }
    },
  }),
  route({
    name: 'listImports',
    method: 'GET',
    path: '/api/tenants/{tenant}/engagements/{engagement}/imports',
    summary: 'The documents that were brought in, the newest first',
    action: 'claims.read',
    params,
    query: z.strictObject(PageQuery),
    answers: { status: 200, says: 'a page of imports, without their claims', body: pageOf(ImportBody) },
    run: async (ctx, { params: { engagement }, query }) => ({ body: await listImports(ctx, engagement, query) }),
  }),
  route({
    name: 'readImport',
    method: 'GET',
    path,
    summary: 'An import, and how its columns were understood',
    action: 'claims.read',
    params: ofImport,
    answers: { status: 200, says: 'the import', body: WholeBody },
    run: async (ctx, { params: { import: id } }) => {
      const one = await openImport(ctx, id)
      return { body: one, etag: `${one.version}` }
    },
  }),
  route({
    name: 'listImportClaims',
    method: 'GET',
    path: `${path}/claims`,
    summary: 'What the document says, claim by claim, in its order',
    action: 'claims.read',
    params: ofImport,
    query: z.strictObject({ ...ClaimsWanted, ...PageQuery }),
    answers: { status: 200, says: 'a page of claims', body: pageOf(Claim) },
    run: async (ctx, { params: { import: id }, query }) => ({ body: await listImportClaims(ctx, id, query) }),
  }),
  route({
    name: 'listImportIssues',
    method: 'GET',
    path: `${path}/issues`,
    summary: 'What of the document could not be read, and what a careful reader doubts',
    action: 'claims.read',
    params: ofImport,
    query: z.strictObject(PageQuery),
    answers: {
      status: 200,
      says: 'a page of issues, each with its place',
      body: pageOf(z.strictObject({ at: z.string(), message: z.string() })),
    },
    run: async (ctx, { params: { import: id }, query }) => ({ body: await listImportIssues(ctx, id, query) }),
  }),
  route({
    name: 'confirmMapping',
    method: 'PUT',
    path: `${path}/mapping`,
    summary: 'Confirm or correct how its columns were understood; remembered for the next document of this layout',
    action: 'claims.import',
    params: ofImport,
    body: z.strictObject({ version, mapping: Mapping }),
    answers: { status: 200, says: 'the import; where it is “corrected” now, send the document again', body: WholeBody },
    run: async (ctx, { params: { import: id }, body }) => ({
      body: await confirmMapping(ctx, { id, version: body.version }, body.mapping),
    }),
  }),
  route({
    name: 'readImportAgain',
    method: 'PUT',
    path: `${path}/document`,
    summary: 'Read the same document again, by what was confirmed since',
    action: 'claims.import',
    params: ofImport,
    query: z.strictObject({ version: z.coerce.number().pipe(version) }),
    takes: 'bytes',
    body: z.instanceof(Uint8Array),
    answers: { status: 200, says: 'the import as it is read now', body: WholeBody },
    run: async (ctx, { params: { import: id }, query, body }) => ({
      body: await readImportAgain(ctx, { id, version: query.version }, body),
    }),
  }),
  route({
    name: 'setImportAside',
    method: 'POST',
    path: `${path}/set-aside`,
    summary: 'Set an import aside: it takes no part in reviews',
    action: 'claims.import',
    params: ofImport,
    body: z.strictObject({ version, because: Note }),
    answers: { status: 200, says: 'the import', body: WholeBody },
    run: async (ctx, { params: { import: id }, body }) => ({
      body: await setImportAside(ctx, { id, version: body.version }, body.because),
    }),
  }),
  route({
    name: 'takeImportUp',
    method: 'POST',
    path: `${path}/take-up`,
    summary: 'Take an import up again that was set aside',
    action: 'claims.import',
    params: ofImport,
    body: z.strictObject({ version }),
    answers: { status: 200, says: 'the import', body: WholeBody },
    run: async (ctx, { params: { import: id }, body }) => ({
      body: await takeImportUp(ctx, { id, version: body.version }),
    }),
  }),
]
