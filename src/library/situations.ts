// Situations: facts about a client, apart from what it buys, for which activities have variants.
import { z } from 'zod'
import { Situation } from '../core/template.ts'
import { readShipped } from './yaml-file.ts'

const SituationsFile = z.strictObject({ situations: z.array(Situation).readonly() })

export function loadSituations(): readonly Situation[] {
  return readShipped('situations.yaml', SituationsFile).situations
}
