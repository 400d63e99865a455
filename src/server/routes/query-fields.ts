// Fields that several lists take in their query.
import { z } from 'zod'
import { longest } from '../../core/text.ts'

export const WordsAsked = z.string().max(longest.search).optional()

export const YesOrNo = z.enum(['true', 'false']).transform((text) => text === 'true')
