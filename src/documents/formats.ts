// The formats that a matrix can be exported to.
import { csv } from './csv.ts'
import type { DocumentFormat } from './format.ts'
import { json } from './json.ts'
import { markdown } from './markdown.ts'

export const formats: readonly DocumentFormat[] = [markdown, csv, json]
