// Samples: revisions of a matrix, and what is exported of it.
import { ExportAsked } from '../../../usecases/export-asked.ts'
import { askExport } from '../../../usecases/ask-export.ts'
import { makeRevision } from '../../../usecases/make-revision.ts'
import type { Asker, Place } from '../walk-world.ts'
import { nothing } from './sample.ts'
import type { Sample, Samples } from './sample.ts'

const wanted = { what: 'matrix', format: 'md' }

export const textSamples: Samples = {
  makeRevision: () => ({ body: { note: 'Made on the walk' } }),
  listRevisions: nothing,
  readRevision: ofRevision(),
  readRevisionMatrix: ofRevision(),
  compareRevisions: async (place) => {
    await makeRevision(place.owner, place.engagement, {})
    return { query: { from: '1' } }
  },
  whatGoverned: () => ({ query: { date: '2026-03-14' } }),
  readDraftAt: ({ world }) => ({ query: { at: new Date(world.services.now()).toISOString() } }),

  askExport: () => ({ body: wanted }),
  listExports: nothing,
  readJob: ofJob,
  readJobFile: ofJob,
  cancelJob: async (place, asker) => {
    const asked = await ofJob(place, asker)
    // As if no worker had come to it yet.
    await place.world.database.run(
      `update jobs set state = 'waiting', ended_at = null where job_id = '${asked.params.job}'`,
    )
    return asked
  },
}

function ofRevision(): Sample {
  return async ({ owner, engagement }) => {
    await makeRevision(owner, engagement, {})
    return { params: { revision: '1' } }
  }
}

/** A guest sees their own jobs only. */
async function ofJob({ engagement }: Place, { ctx }: Asker) {
  const { id: job } = await askExport(ctx, engagement, ExportAsked.parse(wanted))
  return { params: { job }, unseen: 'there is no such job' }
}
