// Fields that several lists take in their query.
import { z } from 'zod'

export const WordsAsked = z.string().max(500).optional()

export const YesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true')
